-- Which committee has the case since when, and the day by which an answer was promised at close.
alter table closed_petition add hand_over_version integer not null default 0;
alter table closed_petition add handed_over_on date;
alter table closed_petition add answer_by date;
update closed_petition
    set answer_by = (closed_at at time zone 'Europe/Stockholm')::date + 90;
alter table closed_petition alter answer_by set not null;
