-- Steps towards a take-down come into the decision log, at its end, sealed as LogEntry does.
do $$
declare
    step     record;
    head     record;
    place    bigint;
    previous text;
    content  text;
    part     text;
    digest   text;
begin
    select number, hash into head from decision_log_head for update;
    place := head.number;
    previous := head.hash;
    for step in
        select l.*, case l.step
            when 'PROPOSE' then 'TAKE_DOWN_PROPOSE'
            when 'CONFIRM' then 'TAKE_DOWN'
            when 'DISMISS' then 'TAKE_DOWN_DISMISS'
            else 'RESTORE' end as action
        from take_down_log l order by decided_at, petition_id, version
    loop
        place := place + 1;
        content := '';
        foreach part in array array[
            previous, place::text, (extract(epoch from step.decided_at) * 1000000)::bigint::text,
            step.decided_by, step.decided_by_name, step.action, step.petition_id::text,
            null, null, null]
        loop
            content := content || coalesce(octet_length(part) || ':' || part, '-') || E'\n';
        end loop;
        digest := encode(sha256(convert_to(content, 'UTF8')), 'hex');
        insert into decision_log (number, at, by_subject, by_name, action, petition_id,
                previous_hash, hash)
            values (place, step.decided_at, step.decided_by, step.decided_by_name, step.action,
                step.petition_id, previous, digest);
        previous := digest;
    end loop;
    update decision_log_head set number = place, hash = previous;
end
$$;
drop table take_down_log;
