-- A delete takes a backup first, unless its request says otherwise.

alter table deployment add column skip_backup boolean not null default false;
