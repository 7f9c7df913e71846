-- Incidents as they are counted: worked out of each with every commit, so that figures read no JSON.
CREATE TABLE cases (
    incident_id BIGINT PRIMARY KEY REFERENCES incidents (id),
    severity INTEGER NOT NULL,
    stage TEXT NOT NULL,
    finished INTEGER NOT NULL,
    ending TEXT,
    drill INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    declared_at BIGINT NOT NULL,
    closed_at BIGINT,
    t0 BIGINT,
    t1 BIGINT,
    t2 BIGINT,
    t3 BIGINT,
    t4 BIGINT,
    services TEXT NOT NULL,
    causes TEXT NOT NULL,
    items_open INTEGER NOT NULL,
    items_done INTEGER NOT NULL,
    items_verified INTEGER NOT NULL,
    items_dropped INTEGER NOT NULL,
    updates_owed BIGINT NOT NULL,
    updates_late BIGINT NOT NULL,
    published_at BIGINT
);

CREATE INDEX cases_declared ON cases (declared_at);
CREATE INDEX cases_published ON cases (published_at) WHERE published_at IS NOT NULL;

-- Since when each action item is promised.
CREATE TABLE case_items (
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (incident_id, number)
);

CREATE INDEX case_items_open ON case_items (incident_id) WHERE state IN ('OPEN', 'IN_PROGRESS');

CREATE INDEX case_marks_incident ON case_marks (incident_id);
