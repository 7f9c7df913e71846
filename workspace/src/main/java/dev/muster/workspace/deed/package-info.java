/** What anybody, person or bot, can do in the workspace, and who is told. */
@NullMarked
package dev.muster.workspace.deed;

import org.jspecify.annotations.NullMarked;
