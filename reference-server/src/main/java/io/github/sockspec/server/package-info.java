/**
 * The reference server: login, exec, hello and digest as PROTOCOL.md asks for them, on the JDK alone.
 *
 * <p>Read {@link io.github.sockspec.server.LoginServer}, {@link io.github.sockspec.server.ExecServer},
 * {@link io.github.sockspec.server.HelloServer} and {@link io.github.sockspec.server.DigestServer} as the protocols'
 * examples. {@link io.github.sockspec.server.ReferenceServer} starts any of them inside another program.
 */
@NullMarked
package io.github.sockspec.server;

import org.jspecify.annotations.NullMarked;
