-- A rejection that hides the text is proposed before it is decided.
alter table review
    drop constraint review_state_check,
    add constraint review_state_check check (state in ('WAITING', 'RETURNED', 'REJECTION_PROPOSED',
        'APPROVED', 'REJECTED', 'TAKE_DOWN_PROPOSED', 'TAKEN_DOWN')),
    drop constraint review_check,
    add constraint review_reason_check check (
        (reason is not null) = (state in ('REJECTED', 'REJECTION_PROPOSED')));
