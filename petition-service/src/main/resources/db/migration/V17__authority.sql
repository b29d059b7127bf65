-- Who decides in the matter of a petition that the municipality has no say in; a settled code.
alter table petition_view add authority text;
