/** What a runbook is, and how a run of one proceeds. Knows nothing of files or Slack. */
@NullMarked
package dev.muster.runbook;

import org.jspecify.annotations.NullMarked;
