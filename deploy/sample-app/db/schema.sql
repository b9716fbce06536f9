-- The tables of a new tenant. Run once in an empty database; later changes are migrations.
create table if not exists person (
    id         bigint generated always as identity primary key,
    name       text        not null check (length(name) between 1 and 100),
    email      text        not null check (length(email) <= 254),
    created_at timestamptz not null default now()
);

create unique index if not exists person_email on person (lower(email));
create index if not exists person_created_at on person (created_at);
