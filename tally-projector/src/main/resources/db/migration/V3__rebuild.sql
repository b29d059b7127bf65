-- Forgets what the topics tell again, for an operator who rebuilds it (docs/operations.md). What no
-- topic holds stays: the tracker lists, the results as they were signed, the certificates, and what
-- is told by the day, which would otherwise become the day of the rebuild. A count that is read
-- again adds nothing to the history: it is no step away from the newest.
CREATE FUNCTION forget_what_topics_tell() RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
    UPDATE votes_counted SET count = 0, threshold = NULL;
    DELETE FROM ballot_box_fenced;
    DELETE FROM salt_shredded;
    DELETE FROM pseudonym_key_shredded;
    DELETE FROM ballot_box_purged;
    DELETE FROM inbox_event;
    DELETE FROM inbox_position;
END;

REVOKE ALL ON FUNCTION forget_what_topics_tell() FROM PUBLIC;
