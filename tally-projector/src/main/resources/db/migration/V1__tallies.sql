-- Anonymous from end to end: no column here can name a voter. What has happened is a row, so that
-- a crash between any two steps leaves the next step to be done.

CREATE TABLE votes_counted (
    petition uuid PRIMARY KEY,
    count bigint NOT NULL DEFAULT 0 CHECK (count >= 0),
    threshold bigint CHECK (threshold > 0),
    threshold_reached_on date
);
COMMENT ON TABLE votes_counted IS 'newest count of a ballot box; keep';
COMMENT ON COLUMN votes_counted.threshold_reached_on IS 'day of publication, in Sweden; keep';

CREATE TABLE ballot_box_fenced (
    petition uuid PRIMARY KEY,
    cut bigint NOT NULL CHECK (cut >= 0),
    digest text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE ballot_box_fenced IS 'what the voting service stated at the fence; keep';

CREATE TABLE tracker_list_part (
    petition uuid NOT NULL,
    part integer NOT NULL,
    trackers bytea NOT NULL,
    PRIMARY KEY (petition, part)
);
-- Random characters do not compress: spare the attempt.
ALTER TABLE tracker_list_part ALTER COLUMN trackers SET STORAGE EXTERNAL;
COMMENT ON TABLE tracker_list_part IS 'the final tracker list in pieces, published once certified; keep';

CREATE TABLE final_tally (
    petition uuid PRIMARY KEY,
    count bigint NOT NULL CHECK (count >= 0),
    digest text NOT NULL,
    kid text NOT NULL,
    signature bytea NOT NULL,
    published boolean NOT NULL DEFAULT false,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE final_tally IS 'the signed result, which is the order to shred; keep';

CREATE TABLE salt_shredded (
    petition uuid PRIMARY KEY,
    vault_kind text NOT NULL,
    vault_generation bigint NOT NULL
);
CREATE TABLE pseudonym_key_shredded (
    petition uuid PRIMARY KEY,
    vault_kind text NOT NULL,
    vault_generation bigint NOT NULL
);
CREATE TABLE ballot_box_purged (
    petition uuid PRIMARY KEY
);
COMMENT ON TABLE salt_shredded IS 'evidence for the certificate; keep';
COMMENT ON TABLE pseudonym_key_shredded IS 'evidence for the certificate; keep';
COMMENT ON TABLE ballot_box_purged IS 'evidence for the certificate; keep';

CREATE TABLE closing_certificate (
    petition uuid PRIMARY KEY,
    day date NOT NULL,
    document bytea NOT NULL,
    signature bytea NOT NULL,
    published boolean NOT NULL DEFAULT false,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE closing_certificate IS 'the exact signed bytes; keep';

CREATE INDEX final_tally_unpublished ON final_tally (next_attempt_at) WHERE NOT published;
CREATE INDEX closing_certificate_unpublished ON closing_certificate (next_attempt_at) WHERE NOT published;

-- Whoever takes up a piece of work moves its next attempt first: for that long no other instance
-- takes it up too, and if it fails it is tried again later and later, at most a minute.
CREATE FUNCTION next_attempt(attempts integer) RETURNS timestamptz
    LANGUAGE sql VOLATILE
    RETURN clock_timestamp() + least(5 * power(2, least(attempts, 10)), 60) * interval '1 second';

REVOKE ALL ON votes_counted, ballot_box_fenced, tracker_list_part, final_tally, salt_shredded,
    pseudonym_key_shredded, ballot_box_purged, closing_certificate FROM "${serviceRole}";
GRANT SELECT, INSERT ON votes_counted, ballot_box_fenced, tracker_list_part, final_tally,
    salt_shredded, pseudonym_key_shredded, ballot_box_purged, closing_certificate TO "${serviceRole}";
GRANT UPDATE (count, threshold, threshold_reached_on) ON votes_counted TO "${serviceRole}";
GRANT UPDATE (attempts, next_attempt_at) ON ballot_box_fenced TO "${serviceRole}";
GRANT UPDATE (published, attempts, next_attempt_at) ON final_tally, closing_certificate
    TO "${serviceRole}";
