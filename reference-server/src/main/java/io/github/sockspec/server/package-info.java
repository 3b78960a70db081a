/** The reference server: login, exec, hello and digest as PROTOCOL.md asks for them, on the JDK alone. */
@NullMarked
package io.github.sockspec.server;

import org.jspecify.annotations.NullMarked;
