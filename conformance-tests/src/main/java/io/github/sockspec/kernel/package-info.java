/** What is asked of the operating system: sockets by {@code sock_diag}, processes by {@code /proc}, namespaces, cores, port claims. */
@NullMarked
package io.github.sockspec.kernel;

import org.jspecify.annotations.NullMarked;
