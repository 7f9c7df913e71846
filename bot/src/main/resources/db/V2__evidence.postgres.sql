-- Rows that can be searched, redacted and found by their message. Their hashes are computed anew after this.
ALTER TABLE timeline DROP CONSTRAINT timeline_pkey;
ALTER TABLE timeline ADD COLUMN id BIGSERIAL PRIMARY KEY;
ALTER TABLE timeline ADD UNIQUE (incident_id, seq);
ALTER TABLE timeline ADD COLUMN salt TEXT;
ALTER TABLE timeline RENAME COLUMN text_hash TO content;
DROP INDEX timeline_source;

CREATE INDEX timeline_words ON timeline USING gin (to_tsvector('simple', text));
CREATE INDEX timeline_actor ON timeline (actor_id, id);
