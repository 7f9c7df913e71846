-- What people wrote in post-mortems; every version stays.
CREATE TABLE reviews (
    incident_id BIGINT NOT NULL REFERENCES incidents (id),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (incident_id, version)
);
