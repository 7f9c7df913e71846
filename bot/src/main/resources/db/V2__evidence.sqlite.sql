-- Rows that can be searched, redacted and found by their message. Their hashes are computed anew after this.
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT,
    text TEXT NOT NULL,
    data TEXT NOT NULL,
    source TEXT,
    channel TEXT,
    ts TEXT,
    thread_ts TEXT,
    key_moment INTEGER NOT NULL,
    salt TEXT,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    UNIQUE (incident_id, seq)
);

INSERT INTO evidence (incident_id, seq, at, recorded_at, kind, actor_id, actor_name, text, data, source, channel, ts,
    thread_ts, key_moment, content, hash, previous)
SELECT incident_id, seq, at, recorded_at, kind, actor_id, actor_name, text, data, source, channel, ts,
    thread_ts, key_moment, text_hash, hash, previous
FROM timeline ORDER BY incident_id, seq;

DROP TABLE timeline;
ALTER TABLE evidence RENAME TO timeline;

-- What is searched: the words, and as words the incident, the kind and who said it.
CREATE VIEW timeline_said (id, incident_id, seq, text, tags) AS
SELECT id, incident_id, seq, text,
    'i' || incident_id || ' k' || REPLACE(kind, '_', '') || ' a' || COALESCE(actor_id, '')
FROM timeline;

CREATE VIRTUAL TABLE timeline_words USING fts5(
    text, tags, content='timeline_said', content_rowid='id', prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 2');

-- The words that occur, to look up those that begin with longer beginnings.
CREATE VIRTUAL TABLE timeline_terms USING fts5vocab(timeline_words, instance);

-- What is taken out of the index is overwritten, not just no longer found.
INSERT INTO timeline_words (timeline_words, rank) VALUES ('secure-delete', 1);
INSERT INTO timeline_words (timeline_words) VALUES ('rebuild');
