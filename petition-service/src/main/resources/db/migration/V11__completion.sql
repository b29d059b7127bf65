-- What a moderator asks the petitioner for; erasable as the text is.
create table return_message (
    petition_id  uuid    not null,
    text_version integer not null,
    message      text    not null,
    primary key (petition_id, text_version)
);

alter table petition_view add duplicate_of uuid;

revoke all on return_message from ${serviceRole};
grant select, insert on return_message to ${serviceRole};
