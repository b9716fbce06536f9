-- Expanding: nullable and without a default, so that the previous release can read and write beside it.
alter table person add column if not exists city text;
