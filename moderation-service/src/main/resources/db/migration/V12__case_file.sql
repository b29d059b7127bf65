-- Finds texts by their words, in any Swedish form. Goes when the text goes.
alter table review_text add search tsvector not null generated always as (
    setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', body), 'B'))
    stored;
create index review_text_search on review_text using gin (search);

-- Erasable: what moderators write to each other about a petition.
create table review_note (
    note_id         uuid primary key,
    petition_id     uuid        not null,
    written_at      timestamptz not null,
    written_by      text        not null,
    written_by_name text        not null,
    note            text        not null
);
create index review_note_by_petition on review_note (petition_id, written_at);

-- Erasable: the moderators' own words to sort petitions by.
create table review_tag (
    petition_id uuid not null,
    tag         text not null,
    primary key (petition_id, tag)
);
create index review_tag_by_tag on review_tag (tag);

-- Who has a petition open now; forgotten within the hour.
create table review_viewer (
    petition_id uuid        not null,
    viewer      text        not null,
    viewer_name text        not null,
    seen_at     timestamptz not null,
    primary key (petition_id, viewer)
);

grant select, insert, delete on review_note, review_tag to ${serviceRole};
grant select, insert, update, delete on review_viewer to ${serviceRole};
