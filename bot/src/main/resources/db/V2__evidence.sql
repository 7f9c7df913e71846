-- A fact that arrives twice is written once.
CREATE UNIQUE INDEX timeline_source ON timeline (incident_id, source);
CREATE INDEX timeline_message ON timeline (incident_id, ts) WHERE ts IS NOT NULL;
CREATE INDEX timeline_thread ON timeline (incident_id, thread_ts) WHERE thread_ts IS NOT NULL;
CREATE INDEX timeline_key ON timeline (incident_id, seq) WHERE key_moment = 1;

-- How far the channels have been read.
CREATE TABLE readings (
    incident_id BIGINT PRIMARY KEY REFERENCES incidents (id),
    state TEXT NOT NULL
);

-- An event that is read again, by a reducer that knows more, writes lines and does nothing else.
ALTER TABLE inbox ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
