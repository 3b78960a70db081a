/**
 * The reference client: login, exec, hello and digest, on the JDK alone. Each client is a class with one method, used by
 * one thread at a time.
 *
 * <p>The last byte read is the last byte of a reply that was asked for. What a server sends beyond it is neither read
 * nor looked for: whether it has already arrived is chance, and an answer must not depend on that.
 */
@NullMarked
package io.github.sockspec.client;

import org.jspecify.annotations.NullMarked;
