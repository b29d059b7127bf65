-- A petition that its petitioner took back before it was public.
alter table review drop constraint review_state_check;
alter table review add constraint review_state_check
    check (state in ('WAITING', 'RETURNED', 'REJECTION_PROPOSED', 'APPROVED', 'REJECTED',
        'TAKE_DOWN_PROPOSED', 'TAKEN_DOWN', 'WITHDRAWN'));
