-- What an incident is recalled by: services, causes, tags, and words of what was said of it.
CREATE TABLE case_marks (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    PRIMARY KEY (kind, word, incident_id)
) WITHOUT ROWID;
