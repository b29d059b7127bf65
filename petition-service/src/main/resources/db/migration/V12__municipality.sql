-- What the municipality has settled, as the dashboard hands it over; the highest version is shown.
create table municipality (
    version integer primary key,
    content jsonb   not null
);

revoke all on municipality from ${serviceRole};
grant select, insert on municipality to ${serviceRole};
