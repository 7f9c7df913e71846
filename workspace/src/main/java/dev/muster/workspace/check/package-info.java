/** The limits of Block Kit: what a message or a view may hold. */
@NullMarked
package dev.muster.workspace.check;

import org.jspecify.annotations.NullMarked;
