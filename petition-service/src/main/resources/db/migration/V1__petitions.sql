-- The text of a petition: public once approved, erasable since no event holds it.
create table petition_text (
    petition_id     uuid        not null,
    version         integer     not null,
    language        text        not null,
    title           text        not null,
    body            text        not null,
    petitioner_name text,
    digest          text        not null,
    submitted_at    timestamptz not null,
    -- Words in any Swedish form; the title weighs more. Goes when the text goes.
    search          tsvector    not null generated always as (
        setweight(to_tsvector('swedish', title), 'A')
        || setweight(to_tsvector('swedish', body), 'B')) stored,
    primary key (petition_id, version)
);
create index petition_text_search on petition_text using gin (search);

-- Where the petitioner can be reached; apart from the text, since it is never public.
create table petition_contact (
    petition_id uuid primary key,
    email       text not null
);

-- The petitioner's way to the status page: SHA-256 of the key, never the key.
create table status_key (
    key_hash    bytea primary key check (length(key_hash) = 32),
    petition_id uuid  not null unique
);

-- The municipality's answer, erasable as the text is.
create table outcome_answer (
    petition_id uuid    not null,
    version     integer not null,
    answer      text    not null,
    primary key (petition_id, version)
);

-- The municipality's rules; the highest version is in force.
create table petition_rules (
    version       integer primary key,
    threshold     integer not null,
    minimum_age   integer not null,
    voting_period text    not null
);

-- The read model: how each petition stands.
create table petition_view (
    petition_id      uuid        primary key,
    state            text        not null,
    language         text        not null,
    text_version     integer     not null,
    submitted_at     timestamptz not null,
    opens_at         timestamptz,
    closes_at        timestamptz,
    revision         integer     not null default 0,
    rules_version    integer,
    threshold        integer,
    minimum_age      integer,
    voting_period    text,
    rejection_reason text,
    text_hidden      boolean     not null default false,
    outcome_version  integer     not null default 0,
    decision         text,
    decided_on       date,
    committee        text,
    registry_number  text
);
create index petition_view_newest on petition_view (coalesce(opens_at, submitted_at) desc);
create index petition_view_due on petition_view (closes_at) where state = 'OPEN';

-- How far the vote has come, as the other services tell.
create table ballot_progress (
    petition_id            uuid    primary key,
    ballot_box_opened      boolean not null default false,
    pseudonym_key_created  boolean not null default false,
    salt_shredded          boolean not null default false,
    pseudonym_key_shredded boolean not null default false,
    final_count            bigint,
    certified              boolean not null default false
);

-- What has happened, by the day in Sweden.
create table timeline_entry (
    petition_id uuid    not null,
    event       text    not null,
    number      integer not null,
    day         date    not null,
    details     jsonb   not null,
    position    bigint  not null generated always as identity,
    primary key (petition_id, event, number)
);
create index timeline_entry_order on timeline_entry (petition_id, position);

-- No more than this, whatever new tables are given by default.
revoke all on petition_text, petition_contact, status_key, outcome_answer, petition_rules,
    petition_view, ballot_progress, timeline_entry from ${serviceRole};
-- History is added to and never rewritten.
revoke update, delete, truncate on stored_event from ${serviceRole};
grant select, insert on petition_text, status_key, outcome_answer, petition_rules,
    timeline_entry to ${serviceRole};
-- Nothing here reads an address yet, so nothing here may.
grant insert on petition_contact to ${serviceRole};
grant select, insert, update on petition_view, ballot_progress to ${serviceRole};
