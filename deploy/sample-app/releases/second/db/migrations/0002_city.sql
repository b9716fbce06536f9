-- Expanding: nullable and without a default, so that the release before goes on reading and writing beside it.
alter table person add column if not exists city text;
