/** What only people do: talk, run commands, press buttons, fill in forms. */
@NullMarked
package dev.muster.workspace.people;

import org.jspecify.annotations.NullMarked;
