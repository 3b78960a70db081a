/** Plan, budgets, known failures: carries the cases out and gathers their results. */
@NullMarked
package io.github.sockspec.run;

import org.jspecify.annotations.NullMarked;
