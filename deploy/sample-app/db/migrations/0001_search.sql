-- The operator looks for people by parts of their name. Nullable: the release before this one does not write it.
alter table person add column if not exists search tsvector;
create index if not exists person_search on person using gin (search);
