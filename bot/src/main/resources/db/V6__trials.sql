-- What came of trying out a runbook where nothing can break; the last of each version is what counts.
CREATE TABLE trials (
    runbook TEXT NOT NULL,
    version TEXT NOT NULL,
    at BIGINT NOT NULL,
    passed INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (runbook, version, at)
);

-- Which version of a runbook was in service last.
ALTER TABLE runbooks ADD COLUMN last_seen BIGINT NOT NULL DEFAULT 0;
