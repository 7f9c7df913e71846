-- Who works on this database, and what waits for its time.

CREATE TABLE processes (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);

CREATE INDEX promises_waiting ON promises (not_before) WHERE given_up = 0;
DROP INDEX promises_due;
