-- When people could not vote, and which two administrators say so.
create table outage (
    id           uuid        primary key,
    cause        text        not null check (cause in ('PLATFORM', 'EID')),
    began_at     timestamptz not null,
    ended_at     timestamptz not null check (ended_at > began_at),
    state        text        not null
        check (state in ('MEASURED', 'DECLARED', 'CONFIRMED', 'DISMISSED')),
    declared_by  text,
    confirmed_by text check (confirmed_by <> declared_by),
    check ((confirmed_by is not null) = (state = 'CONFIRMED'))
);

-- Whose deadline a confirmed outage moves, once.
create table outage_extension (
    outage_id   uuid    not null references outage,
    petition_id uuid    not null,
    done        boolean not null default false,
    primary key (outage_id, petition_id)
);
create index outage_extension_waiting on outage_extension (outage_id, petition_id) where not done;

-- When the service was last there; one row.
create table sign_of_life (
    at timestamptz not null
);
insert into sign_of_life values (clock_timestamp());

revoke all on outage, outage_extension, sign_of_life from ${serviceRole};
grant select, insert, update on outage, outage_extension to ${serviceRole};
grant select, update on sign_of_life to ${serviceRole};
