-- What was found missing, why an administrator says that it kept people from voting, and who took
-- which step when.
alter table outage
    add missing           text check (missing in ('PETITIONS', 'VOTING', 'GATEWAY', 'EID')),
    add reason            text,
    add declared_by_name  text,
    add declared_at       timestamptz,
    add confirmed_by_name text,
    add confirmed_at      timestamptz,
    add dismissed_by      text,
    add dismissed_by_name text,
    add dismissed_at      timestamptz,
    -- Time that is given back once is not given back again.
    add exclude using gist (tstzrange(began_at, ended_at) with &&) where (confirmed_at is not null);
update outage set missing = 'PETITIONS' where state = 'MEASURED';

-- Parts that votes need besides this service: when somebody last looked, and since when it has not
-- answered.
create table watched_part (
    part       text        primary key check (part in ('VOTING', 'GATEWAY', 'EID')),
    looked_at  timestamptz not null,
    away_since timestamptz
);
insert into watched_part
    select unnest(array['VOTING', 'GATEWAY', 'EID']), clock_timestamp();

revoke all on watched_part from ${serviceRole};
grant select, update on watched_part to ${serviceRole};
