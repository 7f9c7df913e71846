/** What can be wrong with a runbook that can be read: rules with names, and how their findings are told. */
@NullMarked
package dev.muster.runbook.lint;

import org.jspecify.annotations.NullMarked;
