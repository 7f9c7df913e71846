-- What rehearsals came to, in numbers and not in anybody's words.
CREATE TABLE scores (
    name TEXT PRIMARY KEY,
    began BIGINT NOT NULL,
    body TEXT NOT NULL
);
