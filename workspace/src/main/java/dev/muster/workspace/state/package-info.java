/** What is in the workspace: people, channels, messages, views, files. All of it is read and changed under one lock. */
@NullMarked
package dev.muster.workspace.state;

import org.jspecify.annotations.NullMarked;
