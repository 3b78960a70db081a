/** The cases of exec. */
@NullMarked
package io.github.sockspec.suite.exec;

import org.jspecify.annotations.NullMarked;
