-- A change that was asked for with an Idempotency-Key. The id is a digest of caller, method, path and key; fingerprint and answer
-- are encrypted, because a body may hold a secret and an answer one that is shown once.

create table idempotent_request (
    id text primary key,
    fingerprint text not null,
    -- who is at it; a try that was taken over finds another one here and changes nothing
    attempt uuid not null unique,
    alive_until timestamptz not null,
    -- set in the transaction of the change itself: true exactly when the change happened
    effective boolean not null default false,
    answer text,
    begun_at timestamptz not null
);

create index idempotent_request_begun on idempotent_request (begun_at);
