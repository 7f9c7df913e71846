/** The Web API as a bot calls it, with the faults a test can ask for. */
@NullMarked
package dev.muster.workspace.api;

import org.jspecify.annotations.NullMarked;
