/** The limits, one by one. */
@NullMarked
package dev.muster.workspace.check;

import org.jspecify.annotations.NullMarked;
