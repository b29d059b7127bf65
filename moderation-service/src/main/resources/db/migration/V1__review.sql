-- What a review looks like; written by the queue's projection, rebuilt from the events.
create table review (
    petition_id  uuid primary key,
    text_version integer     not null,
    submitted_at timestamptz not null,
    received_at  timestamptz not null,
    state        text        not null check (state in ('WAITING', 'APPROVED', 'REJECTED')),
    version      bigint      not null,
    reason       text check ((reason is not null) = (state = 'REJECTED')),
    decided_at   timestamptz check ((decided_at is null) = (state = 'WAITING'))
);
create index review_by_state on review (state, submitted_at);

-- Erasable: what the petitioner wrote, fetched once from petition-service.
create table review_text (
    petition_id     uuid    not null,
    text_version    integer not null,
    title           text    not null,
    body            text    not null,
    petitioner_name text,
    language        text    not null,
    primary key (petition_id, text_version)
);

-- Texts to fetch. A row leaves only together with the text's arrival.
create table text_wanted (
    petition_id  uuid        not null,
    text_version integer     not null,
    tries        integer     not null default 0,
    due_at       timestamptz not null,
    primary key (petition_id, text_version)
);
create index text_wanted_by_due on text_wanted (due_at);

-- Erasable: which member of staff decided, and the note that only moderators read.
create table decision_log (
    petition_id     uuid        not null,
    text_version    integer     not null,
    decision        text        not null check (decision in ('APPROVE', 'REJECT')),
    reason          text check ((reason is not null) = (decision = 'REJECT')),
    decided_at      timestamptz not null,
    decided_by      text        not null,
    decided_by_name text        not null,
    note            text,
    primary key (petition_id, text_version)
);

-- What waits for an answer from a committee, or has had one.
create table closed_petition (
    petition_id     uuid primary key,
    closed_at       timestamptz not null,
    outcome_version integer     not null default 0,
    decision        text,
    decided_on      date,
    committee       text,
    registry_number text
);

grant select, insert, update, delete on review, review_text, text_wanted, closed_petition to ${serviceRole};
grant select, insert, delete on decision_log to ${serviceRole};
