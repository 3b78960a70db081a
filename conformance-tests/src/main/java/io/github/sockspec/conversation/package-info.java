/** What is said: bytes to send and replies to expect. Knows nothing of packets. */
@NullMarked
package io.github.sockspec.conversation;

import org.jspecify.annotations.NullMarked;
