-- Who follows a petition by e-mail. A schema of its own for a role of its own: whatever else this
-- service does cannot read it, and who mails reads no more of petitions than the views here show.
create schema follow;

create table follow.subscription (
    subscription_id uuid        primary key,
    petition_id     uuid        not null,
    email           text        not null,
    language        text        not null check (language in ('sv', 'en')),
    -- The petitioner hears of the review too.
    petitioner        boolean     not null,
    -- The hour in which it was asked for; no time at all once it is confirmed.
    asked_at        timestamptz
);
create unique index subscription_once on follow.subscription (petition_id, lower(email));
create index subscription_unconfirmed on follow.subscription (asked_at) where asked_at is not null;

-- The ways from mails back to a subscription: SHA-256 of each token, never the token.
create table follow.link (
    token_hash      bytea primary key check (length(token_hash) = 32),
    subscription_id uuid  not null references follow.subscription on delete cascade
);
create index link_subscription on follow.link (subscription_id);

-- The outbox: a row for each mail that has not left yet.
create table follow.notice (
    notice_id       uuid        primary key,
    subscription_id uuid        not null references follow.subscription on delete cascade,
    happening       text        not null,
    number          integer     not null,
    tries           integer     not null default 0,
    due_at          timestamptz not null,
    give_up_at      timestamptz not null,
    unique (subscription_id, happening, number)
);
create index notice_due on follow.notice (due_at);

-- What the followers of a petition have been written about, each happening once.
create table follow.told (
    petition_id uuid    not null,
    happening   text    not null,
    number      integer not null,
    primary key (petition_id, happening, number)
);

-- What happens to petitions, by their public timelines, by the counts, and by the clock.
create view follow.happening as
    select petition_id, event as happening, number, details
    from public.timeline_entry
    where event in ('RETURNED', 'REJECTED', 'OPENED', 'EXTENDED', 'CERTIFIED', 'HANDED_OVER',
        'OUTCOME', 'TAKEN_DOWN')
    union all
    select v.petition_id, 'THRESHOLD', 1, '{}'::jsonb
    from public.petition_view v join public.popularity p on p.petition_id = v.petition_id
    where v.state = 'OPEN' and p.count >= v.threshold
    union all
    select petition_id, 'CLOSING', revision, '{}'::jsonb
    from public.petition_view
    where state = 'OPEN' and take_down_reason is null
        and opens_at < closes_at - interval '7 days'
        and closes_at between clock_timestamp() and clock_timestamp() + interval '3 days';

-- What a mail says of a petition; a title that is hidden is hidden here.
create view follow.petition as
    select v.petition_id, v.language, v.closes_at, v.threshold,
        v.state in ('OPEN', 'CLOSED') and v.take_down_reason is null as can_be_followed,
        case when v.take_down_reason is null then t.title end as title
    from public.petition_view v left join public.petition_text t
        on t.petition_id = v.petition_id and t.version = v.text_version;

-- One petitioner may now hold several private links: each mail brings its own.
alter table status_key drop constraint status_key_petition_id_key;
create index status_key_petition on status_key (petition_id);

revoke all on all tables in schema follow from ${serviceRole};
grant usage on schema follow to ${followRole};
grant select, insert, update, delete on follow.subscription, follow.notice to ${followRole};
grant select, insert, delete on follow.link, follow.told to ${followRole};
grant select on follow.happening, follow.petition, municipality to ${followRole};
-- An address given with a petition goes over to the followers, where it is to be confirmed.
grant select, delete on petition_contact to ${followRole};
grant insert on status_key to ${followRole};
