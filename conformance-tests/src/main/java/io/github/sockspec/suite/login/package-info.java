/** The cases of login. */
@NullMarked
package io.github.sockspec.suite.login;

import org.jspecify.annotations.NullMarked;
