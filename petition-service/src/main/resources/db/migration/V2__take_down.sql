-- Why a petition is taken down now; none when it is not.
alter table petition_view
    add column take_down_reason   text,
    add column take_down_for_good boolean not null default false,
    -- tells one take-down from another in the timeline
    add column take_downs         integer not null default 0;
