/** The local workspace joined to the bot: the only room that knows of it. */
@NullMarked
package dev.muster.rehearse;

import org.jspecify.annotations.NullMarked;
