/** What people can say, one class a verb. Typed words, buttons and forms all end here; help is generated from the verbs. */
@NullMarked
package dev.muster.command;

import org.jspecify.annotations.NullMarked;
