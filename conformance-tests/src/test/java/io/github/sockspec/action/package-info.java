/** The action and the workflows, whose scripts run here as they do there. */
@NullMarked
package io.github.sockspec.action;

import org.jspecify.annotations.NullMarked;
