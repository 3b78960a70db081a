/** The container engine: its images, containers and networks. Knows nothing of what is judged. */
@NullMarked
package io.github.sockspec.engine;

import org.jspecify.annotations.NullMarked;
