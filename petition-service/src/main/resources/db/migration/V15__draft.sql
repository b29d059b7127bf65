-- What somebody has begun to write: found by SHA-256 of its private link, never by the link, and
-- erased when it is sent or too old.
create table draft (
    key_hash        bytea       primary key check (length(key_hash) = 32),
    title           text        not null,
    body            text        not null,
    petitioner_name text        not null,
    erase_at        timestamptz not null
);
create index draft_erase on draft (erase_at);

revoke all on draft from ${serviceRole};
grant select, insert, update, delete on draft to ${serviceRole};
