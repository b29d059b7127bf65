-- The events of this service's aggregates, in the form Axon 4 reads and writes. Never changed.
CREATE SEQUENCE stored_event_global_index CACHE 1;

CREATE TABLE stored_event (
    global_index         bigint       NOT NULL DEFAULT nextval('stored_event_global_index'),
    event_identifier     varchar(255) NOT NULL UNIQUE,
    aggregate_type       varchar(255),
    aggregate_identifier varchar(255) NOT NULL,
    sequence_number      bigint       NOT NULL,
    payload_type         varchar(255) NOT NULL,
    payload_revision     varchar(255),
    payload              bytea        NOT NULL,
    meta_data            bytea,
    time_stamp           varchar(255) NOT NULL,
    PRIMARY KEY (global_index),
    UNIQUE (aggregate_identifier, sequence_number)
);

-- Axon looks for a snapshot each time it loads an aggregate; we take none.
CREATE TABLE stored_snapshot (
    event_identifier     varchar(255) NOT NULL UNIQUE,
    aggregate_type       varchar(255) NOT NULL,
    aggregate_identifier varchar(255) NOT NULL,
    sequence_number      bigint       NOT NULL,
    payload_type         varchar(255) NOT NULL,
    payload_revision     varchar(255),
    payload              bytea        NOT NULL,
    meta_data            bytea,
    time_stamp           varchar(255) NOT NULL,
    PRIMARY KEY (aggregate_identifier, sequence_number)
);

-- How far each event processor has come, and which instance runs it.
CREATE TABLE processor_token (
    processor_name varchar(255) NOT NULL,
    segment        integer      NOT NULL,
    token          bytea,
    token_type     varchar(255),
    time_stamp     varchar(255),
    owner          varchar(255),
    PRIMARY KEY (processor_name, segment)
);

-- Whatever the database grants by default: what is stored stays.
REVOKE ALL ON stored_event, stored_snapshot, processor_token FROM ${serviceRole};
GRANT SELECT, INSERT ON stored_event TO ${serviceRole};
GRANT USAGE ON SEQUENCE stored_event_global_index TO ${serviceRole};
GRANT SELECT ON stored_snapshot TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON processor_token TO ${serviceRole};
