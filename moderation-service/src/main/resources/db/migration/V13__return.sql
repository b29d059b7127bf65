alter table review drop constraint review_state_check;
alter table review add constraint review_state_check
    check (state in ('WAITING', 'RETURNED', 'APPROVED', 'REJECTED', 'TAKE_DOWN_PROPOSED',
        'TAKEN_DOWN'));

-- Erasable: what a moderator asks a petitioner for. Sent to petition-service until it has it.
create table return_message (
    petition_id  uuid    not null,
    text_version integer not null,
    message      text    not null,
    tries        integer not null default 0,
    due_at       timestamptz,
    primary key (petition_id, text_version)
);
create index return_message_by_due on return_message (due_at) where due_at is not null;

grant select, insert, update on return_message to ${serviceRole};
