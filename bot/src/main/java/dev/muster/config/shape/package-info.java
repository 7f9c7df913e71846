/** What a value in a file must look like: checked when it is read, and written out as a JSON Schema. */
@NullMarked
package dev.muster.config.shape;

import org.jspecify.annotations.NullMarked;
