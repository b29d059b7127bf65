CREATE TABLE closed (
    place    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petition uuid    NOT NULL,
    revision integer NOT NULL
);
GRANT SELECT, INSERT ON closed TO ${serviceRole};
