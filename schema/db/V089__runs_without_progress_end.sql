-- How many claims of the run, the present one included, have begun since it last completed a step. A run whose every claim ends
-- without progress is failed instead of being repeated for ever.
alter table run add column attempts integer not null default 0;
