/** Pure judges: clause and observation in, finding out. Never sees a socket. */
@NullMarked
package io.github.sockspec.verdict;

import org.jspecify.annotations.NullMarked;
