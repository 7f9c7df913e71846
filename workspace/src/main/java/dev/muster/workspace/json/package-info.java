/** The few things done to JSON everywhere. */
@NullMarked
package dev.muster.workspace.json;

import org.jspecify.annotations.NullMarked;
