CREATE TABLE lamp_view (
    place      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lamp       text    NOT NULL,
    brightness integer NOT NULL
);
GRANT SELECT, INSERT, DELETE ON lamp_view TO ${serviceRole};
