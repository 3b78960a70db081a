/** One case against one program: deliveries carried out and judged, evidence, stops, and one delivery had again. */
@NullMarked
package io.github.sockspec.trial;

import org.jspecify.annotations.NullMarked;
