/** SQL: the same text for SQLite and PostgreSQL. Nobody outside knows that there is a database. */
@NullMarked
package dev.muster.store;

import org.jspecify.annotations.NullMarked;
