-- The answer in English, and what the municipality decided in full: a link or a file.
alter table outcome_answer add answer_english text;
alter table outcome_answer add document_url text;
alter table outcome_answer add document_id uuid;

create table outcome_document (
    document_id uuid    primary key,
    petition_id uuid    not null,
    name        text    not null,
    content     bytea   not null
);

revoke all on outcome_document from ${serviceRole};
grant select, insert on outcome_document to ${serviceRole};
