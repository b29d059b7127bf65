-- Petitions that are taken down now, with or without a box.
CREATE TABLE taken_down (
    petition uuid PRIMARY KEY
);

REVOKE ALL ON taken_down FROM ${serviceRole};
GRANT SELECT, INSERT, DELETE ON taken_down TO ${serviceRole};
