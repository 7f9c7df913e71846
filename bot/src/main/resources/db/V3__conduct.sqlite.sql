-- The index follows what is written a moment later, many rows at once, which costs a fifth; this is how far it has come.
CREATE TABLE timeline_indexed (upto INTEGER NOT NULL);
INSERT INTO timeline_indexed (upto) SELECT COALESCE(MAX(id), 0) FROM timeline;

DROP TABLE timeline_terms;
DROP TABLE timeline_words;
CREATE VIRTUAL TABLE timeline_words USING fts5(
    text, tags, content='timeline_said', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE timeline_terms USING fts5vocab(timeline_words, instance);

-- What is taken out of the index is overwritten, not just no longer found.
INSERT INTO timeline_words (timeline_words, rank) VALUES ('secure-delete', 1);

-- It is merged a little with every addition, never much at once: everybody waits for whoever writes.
INSERT INTO timeline_words (timeline_words, rank) VALUES ('automerge', 0);
INSERT INTO timeline_words (timeline_words, rank) VALUES ('usermerge', 12);
INSERT INTO timeline_words (timeline_words, rank) VALUES ('crisismerge', 200);
INSERT INTO timeline_words (timeline_words) VALUES ('rebuild');
