-- What the municipality has settled, every version of it; the highest is in force.
create table settings (
    version         integer primary key,
    content         jsonb       not null,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    changed_by_name text        not null,
    -- Whether petition-service has it, from where citizens' pages read it.
    sent            boolean     not null default false
);

grant select, insert, update (sent) on settings to ${serviceRole};
