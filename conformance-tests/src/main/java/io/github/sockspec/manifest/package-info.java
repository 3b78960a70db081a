/** Reading and checking of manifests: what is read is a program to start. */
@NullMarked
package io.github.sockspec.manifest;

import org.jspecify.annotations.NullMarked;
