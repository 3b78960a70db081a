/**
 * The reference client: login, exec, hello and digest, on the JDK alone. Each client is a class with one method, used by
 * one thread at a time.
 *
 * <p>What the server does wrong comes as the JDK's own exceptions, with one line that says who did what at which byte:
 * {@link java.net.ConnectException} (could not be reached), {@link java.net.SocketTimeoutException} (fell silent),
 * {@link java.io.EOFException} (FIN where more had to come), {@link java.net.SocketException} (RST, or lost otherwise),
 * {@link java.net.ProtocolException} (sent what the protocol does not know). Then a connection is of no more use.
 *
 * <p>What a server sends beyond the last reply that was asked for is neither read nor looked for: whether it has already
 * arrived is chance, and an answer must not depend on that.
 */
@NullMarked
package io.github.sockspec.client;

import org.jspecify.annotations.NullMarked;
