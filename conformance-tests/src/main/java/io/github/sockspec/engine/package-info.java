/**
 * The container engine: its images, containers and networks. Knows nothing of what is judged.
 *
 * <p>A program's streams are had by one request of our own and not by the engine's command line. That would be one more
 * process for each run, whose own failures and statuses look like the program's; it does not tell the program's number, by
 * which it is measured and ended; and where there is a socket, as Testcontainers needs, there need be no such command.
 */
@NullMarked
package io.github.sockspec.engine;

import org.jspecify.annotations.NullMarked;
