-- What was asked of the AI provider.

-- The tokens of each question, for the budget of a day (UTC). Until the answer is there, the most that it may cost.
create table ai_request (
    id uuid primary key,
    day date not null,
    model text not null,
    tokens bigint not null check (tokens >= 0)
);

create index ai_request_day on ai_request (day);

-- Usable answers by a digest of the request, which holds images, table, model and rules: an equal request has an equal answer.
create table ai_answer (
    key text primary key,
    model text not null,
    answer text not null,
    created_at timestamptz not null
);

create index ai_answer_created on ai_answer (created_at);
