-- For searches by parts of a name. Nullable, because the previous release does not write it.
alter table person add column if not exists search tsvector;
create index if not exists person_search on person using gin (search);
