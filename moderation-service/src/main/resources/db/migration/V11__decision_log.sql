-- Who did what, entry after entry: each holds the digest of the one before. Added to, never changed.
alter table decision_log rename to decision_log_before;

create table decision_log (
    number        bigint primary key,
    at            timestamptz not null,
    by_subject    text        not null,
    by_name       text        not null,
    action        text        not null,
    petition_id   uuid,
    text_version  integer,
    details       text,
    note          text,
    previous_hash text        not null,
    hash          text        not null
);
create index decision_log_by_petition on decision_log (petition_id, number desc);

-- Where the log ends. Its row is what those who add to the log wait for.
create table decision_log_head (
    only_row boolean primary key default true check (only_row),
    number   bigint not null,
    hash     text   not null
);

-- Entries from before the chain come first in it, digested as LogEntry does.
do $$
declare
    entry    record;
    previous text   := repeat('0', 64);
    place    bigint := 0;
    content  text;
    part     text;
    digest   text;
begin
    for entry in select * from decision_log_before order by decided_at, petition_id loop
        place := place + 1;
        content := '';
        foreach part in array array[
            previous, place::text, (extract(epoch from entry.decided_at) * 1000000)::bigint::text,
            entry.decided_by, entry.decided_by_name, entry.decision, entry.petition_id::text,
            entry.text_version::text, entry.reason, entry.note]
        loop
            content := content || coalesce(octet_length(part) || ':' || part, '-') || E'\n';
        end loop;
        digest := encode(sha256(convert_to(content, 'UTF8')), 'hex');
        insert into decision_log values (place, entry.decided_at, entry.decided_by,
            entry.decided_by_name, entry.decision, entry.petition_id, entry.text_version,
            entry.reason, entry.note, previous, digest);
        previous := digest;
    end loop;
    insert into decision_log_head (number, hash) values (place, previous);
end
$$;
drop table decision_log_before;

grant select, insert on decision_log to ${serviceRole};
grant select, update on decision_log_head to ${serviceRole};
