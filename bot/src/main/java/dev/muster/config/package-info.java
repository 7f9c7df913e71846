/** Settings and runbook files read, strictly, into records. What is wrong is said with file, line and column. */
@NullMarked
package dev.muster.config;

import org.jspecify.annotations.NullMarked;
