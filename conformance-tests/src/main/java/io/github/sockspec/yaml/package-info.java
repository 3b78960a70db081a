/** YAML files as trees of values that know their lines, so that a mistake is told by file, line and what is allowed. */
@NullMarked
package io.github.sockspec.yaml;

import org.jspecify.annotations.NullMarked;
