-- What is done once and no more, by whichever process takes it first.
CREATE TABLE once (
    name TEXT PRIMARY KEY,
    taken_until BIGINT NOT NULL,
    done INTEGER NOT NULL
);
