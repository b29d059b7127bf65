-- The count that was the newest at the end of each day in Sweden; days without a new one are left
-- out.
CREATE TABLE count_of_day (
    petition uuid NOT NULL,
    day date NOT NULL,
    count bigint NOT NULL CHECK (count >= 0),
    PRIMARY KEY (petition, day)
);
COMMENT ON TABLE count_of_day IS 'how a count has grown, cumulative and grouped; keep';

REVOKE ALL ON count_of_day FROM "${serviceRole}";
GRANT SELECT, INSERT, UPDATE (count) ON count_of_day TO "${serviceRole}";
