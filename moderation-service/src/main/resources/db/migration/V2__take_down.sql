-- A take-down that is proposed or in force.
alter table review
    drop constraint review_state_check,
    add constraint review_state_check check (state in
        ('WAITING', 'APPROVED', 'REJECTED', 'TAKE_DOWN_PROPOSED', 'TAKEN_DOWN')),
    add column take_down_reason    text,
    add column take_down_ends_vote boolean,
    add constraint review_take_down_check check (
        (take_down_reason is not null) = (state in ('TAKE_DOWN_PROPOSED', 'TAKEN_DOWN'))
        and (take_down_ends_vote is null) = (take_down_reason is null));

-- Erasable: which member of staff proposed, confirmed, dismissed or restored, by the version of the
-- case that came of it.
create table take_down_log (
    petition_id     uuid        not null,
    version         bigint      not null,
    step            text        not null
        check (step in ('PROPOSE', 'CONFIRM', 'DISMISS', 'RESTORE')),
    decided_at      timestamptz not null,
    decided_by      text        not null,
    decided_by_name text        not null,
    primary key (petition_id, version)
);

grant select, insert, delete on take_down_log to ${serviceRole};
