create table note (
    id bigint generated always as identity primary key,
    text text not null check (length(text) between 1 and 1000),
    written_at timestamptz not null default now(),
    words integer                       -- counted by the worker
);
create index on note (id) where words is null;

create table digest (
    made_on date primary key,
    notes integer not null,
    words integer not null
);
