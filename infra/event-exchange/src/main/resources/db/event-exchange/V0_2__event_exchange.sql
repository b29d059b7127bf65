-- What this service has published: the last number handed out per topic and petition.
CREATE TABLE published_number (
    topic    text   NOT NULL,
    petition uuid   NOT NULL,
    number   bigint NOT NULL CHECK (number > 0),
    PRIMARY KEY (topic, petition)
);

-- What it has applied of what others published.
CREATE TABLE inbox_position (
    topic    text   NOT NULL,
    petition text   NOT NULL,
    number   bigint NOT NULL CHECK (number >= 0),
    PRIMARY KEY (topic, petition)
);

-- What has arrived and is not applied: waiting for its predecessor, or parked with a problem.
-- A number of 0 or less: the event's headers told none.
CREATE TABLE inbox_event (
    topic    text        NOT NULL,
    petition text        NOT NULL,
    number   bigint      NOT NULL,
    type     text,
    body     bytea       NOT NULL,
    problem  text,
    since    timestamptz NOT NULL,
    PRIMARY KEY (topic, petition, number)
);

CREATE INDEX inbox_event_parked ON inbox_event (since) WHERE problem IS NOT NULL;

-- Whatever the database grants by default: positions never go away.
REVOKE ALL ON published_number, inbox_position, inbox_event FROM ${serviceRole};
GRANT SELECT, INSERT, UPDATE ON published_number, inbox_position TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_event TO ${serviceRole};
