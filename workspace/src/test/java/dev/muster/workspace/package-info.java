/** The workspace as its users see it: over real HTTP, with a bot at the other end. */
@NullMarked
package dev.muster.workspace;

import org.jspecify.annotations.NullMarked;
