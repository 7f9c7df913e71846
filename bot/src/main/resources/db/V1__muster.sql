-- Instants are epoch milliseconds. The same text runs on SQLite and on PostgreSQL.

CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL);

-- What is asked for stands in columns; the whole stands in state, as JSON.
CREATE TABLE incidents (
    id BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    origin TEXT NOT NULL UNIQUE,
    stage TEXT NOT NULL,
    channel TEXT UNIQUE,
    state TEXT NOT NULL,
    entries BIGINT NOT NULL DEFAULT 0,
    head TEXT NOT NULL
);

CREATE TABLE timeline (
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT,
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    data TEXT NOT NULL,
    source TEXT,
    channel TEXT,
    ts TEXT,
    thread_ts TEXT,
    key_moment INTEGER NOT NULL,
    hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    PRIMARY KEY (incident_id, seq)
);

-- A fact that arrives twice is written once.
CREATE UNIQUE INDEX timeline_source ON timeline (incident_id, source);

CREATE TABLE promises (
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    chore TEXT NOT NULL,
    subject TEXT NOT NULL,
    lane TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    generation BIGINT NOT NULL DEFAULT 1,
    token TEXT,
    taken_until BIGINT NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    given_up INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    PRIMARY KEY (incident_id, chore, subject)
);

CREATE INDEX promises_due ON promises (due_at) WHERE given_up = 0;
CREATE INDEX promises_lane ON promises (lane, due_at) WHERE given_up = 0;
CREATE INDEX promises_opening ON promises (incident_id) WHERE chore = 'OPEN_CHANNEL' AND given_up = 0;

CREATE TABLE posts (
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    ts TEXT NOT NULL,
    PRIMARY KEY (incident_id, name)
);

CREATE INDEX posts_message ON posts (channel, ts);

CREATE TABLE runbooks (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL,
    first_seen BIGINT NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE TABLE runs (
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (incident_id, number)
);

CREATE TABLE inbox (
    event_id TEXT PRIMARY KEY,
    received_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    done_at BIGINT
);

CREATE INDEX inbox_waiting ON inbox (received_at) WHERE done_at IS NULL;
CREATE INDEX inbox_done ON inbox (done_at) WHERE done_at IS NOT NULL;
