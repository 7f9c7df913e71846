/** How a runbook looks as a file: its format in one table, the schema for editors, reading, importing. */
@NullMarked
package dev.muster.runbook.file;

import org.jspecify.annotations.NullMarked;
