-- One row per petition for ever: a ballot box is never opened twice. What a row states was appended
-- to the box's Axon stream in the same transaction. No column tells who voted, or when.
CREATE TABLE ballot_box (
    petition       uuid PRIMARY KEY,
    state          text        NOT NULL
        CHECK (state IN ('OPEN', 'SUSPENDED', 'FENCING', 'FENCED', 'SHREDDED', 'PURGED')),
    closes_at      timestamptz NOT NULL,
    revision       integer     NOT NULL,
    -- the revision named by PetitionClosed, once it has come
    close_revision integer,
    cut            bigint,
    digest         text,
    -- set when the votes have been dropped: WAL up to here still held them
    dropped_at_lsn pg_lsn
);
CREATE INDEX ballot_box_unfinished ON ballot_box (state) WHERE state <> 'PURGED';

-- The order to shred as it was signed, kept until the salt is gone and for the auditor after.
CREATE TABLE shred_order (
    petition  uuid PRIMARY KEY REFERENCES ballot_box,
    count     bigint NOT NULL,
    digest    text   NOT NULL,
    kid       text   NOT NULL,
    signature text   NOT NULL
);

-- What was last told of a box, and when the next may be told; a cumulative count, no vote.
CREATE TABLE counted (
    petition uuid PRIMARY KEY REFERENCES ballot_box,
    number   bigint      NOT NULL,
    count    bigint      NOT NULL,
    next_at  timestamptz NOT NULL
);

-- Whatever default privileges an operator has set up, the service gets these and no more.
REVOKE ALL ON ballot_box, counted, shred_order FROM ${serviceRole};
GRANT SELECT, INSERT, UPDATE ON ballot_box, counted TO ${serviceRole};
GRANT SELECT, INSERT ON shred_order TO ${serviceRole};

-- The votes. The service may read and append; only these functions make and drop tables.
CREATE SCHEMA ballots;
GRANT USAGE ON SCHEMA ballots TO ${serviceRole};

CREATE FUNCTION ballots.table_of(petition uuid) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp
RETURN 'votes_' || replace(petition::text, '-', '');

CREATE FUNCTION ballots.make_votes(petition uuid) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    votes text := ballots.table_of(petition);
BEGIN
    -- No time, and no statistics: pg_statistic would keep sampled hashes after the table is gone.
    EXECUTE format(
        'CREATE TABLE ballots.%I (
             voter_hash bytea    NOT NULL CHECK (octet_length(voter_hash) = 32),
             sequence   integer  NOT NULL CHECK (sequence > 0),
             event      text     NOT NULL CHECK (event IN (''VoteCast'', ''VoteWithdrawn'')),
             tracker    bytea    NOT NULL CHECK (octet_length(tracker) = 16),
             PRIMARY KEY (voter_hash, sequence)
         ) WITH (autovacuum_analyze_threshold = 2147483647, autovacuum_analyze_scale_factor = 100)', votes);
    EXECUTE format(
        'ALTER TABLE ballots.%I
             ALTER voter_hash SET STATISTICS 0, ALTER sequence SET STATISTICS 0,
             ALTER event SET STATISTICS 0, ALTER tracker SET STATISTICS 0,
             ALTER voter_hash SET STORAGE PLAIN, ALTER tracker SET STORAGE PLAIN,
             ALTER event SET STORAGE PLAIN', votes);
    EXECUTE format(
        'CREATE UNIQUE INDEX ON ballots.%I (tracker) WHERE event = ''VoteCast''', votes);
    EXECUTE format('REVOKE ALL ON ballots.%I FROM PUBLIC, ${serviceRole}', votes);
    EXECUTE format('GRANT SELECT, INSERT ON ballots.%I TO ${serviceRole}', votes);
END
$$;

CREATE FUNCTION ballots.drop_votes(petition uuid) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    IF NOT EXISTS (SELECT FROM public.ballot_box b
                   WHERE b.petition = drop_votes.petition AND b.state IN ('SHREDDED', 'PURGED')) THEN
        RAISE EXCEPTION 'the votes of % are dropped only when its salt is shredded', petition;
    END IF;
    EXECUTE format('DROP TABLE IF EXISTS ballots.%I', ballots.table_of(petition));
END
$$;

-- The number of the WAL segment that holds a place in the log.
CREATE FUNCTION ballots.wal_segment(place pg_lsn) RETURNS numeric
    LANGUAGE sql STRICT SET search_path = pg_catalog, pg_temp
RETURN (SELECT segment_number FROM pg_split_walfile_name(pg_walfile_name(place)));

-- Moves the write-ahead log past a place, once, and lets a checkpoint remove what is older. The
-- checkpoint also unlinks the files of dropped tables.
CREATE FUNCTION ballots.turn_wal(past pg_lsn) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    IF ballots.wal_segment(pg_current_wal_insert_lsn()) <= ballots.wal_segment(past) THEN
        PERFORM pg_switch_wal();
    END IF;
    CHECKPOINT;
END
$$;

-- True when no WAL segment written up to the given place is left here, and replicas are past it.
CREATE FUNCTION ballots.wal_gone(until pg_lsn) RETURNS boolean
    LANGUAGE sql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN NOT EXISTS (
           SELECT FROM pg_ls_waldir() f, pg_split_walfile_name(f.name) s
           WHERE f.name ~ '^[0-9A-F]{24}$'
             AND s.segment_number <= ballots.wal_segment(until))
       AND NOT EXISTS (SELECT FROM pg_stat_replication r
                       WHERE r.replay_lsn IS NULL OR r.replay_lsn < until);

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ballots FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ballots TO ${serviceRole};
