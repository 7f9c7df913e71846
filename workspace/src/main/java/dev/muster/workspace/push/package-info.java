/** Bringing events, commands and clicks to the bot, signed over HTTP or through a socket. */
@NullMarked
package dev.muster.workspace.push;

import org.jspecify.annotations.NullMarked;
