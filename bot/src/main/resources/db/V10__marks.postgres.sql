-- What an incident is recalled by: services, causes, tags, and words of what was said of it. Words are in the order of their
-- letters alone, whatever the database's language, so that their beginnings can be looked up.
CREATE TABLE case_marks (
    kind TEXT NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    PRIMARY KEY (kind, word, incident_id)
);
