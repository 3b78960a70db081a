/** Several results beside each other: what changed from one to the next, how it went, shards put together. */
@NullMarked
package io.github.sockspec.history;

import org.jspecify.annotations.NullMarked;
