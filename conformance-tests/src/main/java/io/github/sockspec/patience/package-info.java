/** How long is waited: deadlines, and waits with a control conversation beside them that tells a slow machine from a slow program. */
@NullMarked
package io.github.sockspec.patience;

import org.jspecify.annotations.NullMarked;
