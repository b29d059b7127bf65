-- Misspelled words are found by their groups of three letters.
create extension if not exists pg_trgm;
create index petition_text_title_letters on petition_text using gin (title gin_trgm_ops);

-- How many votes each petition had last, and how many lately: a vote weighs half as much for every
-- three days that pass.
create table popularity (
    petition_id uuid             primary key,
    count       bigint           not null,
    lately      double precision not null,
    day         date             not null
);

revoke all on popularity from ${serviceRole};
grant select, insert, update on popularity to ${serviceRole};
