-- From the address of a website to suggestions for a tenant's theme. An analysis has the id of its run, and each of its columns
-- below the address is the result of a step, so that a later manager goes on where the last one ended.

create table analysis (
    id uuid primary key references run on delete cascade,
    tenant_id uuid not null references tenant on delete cascade,
    url text not null,
    created_at timestamptz not null,
    -- what the capture brought back, as JSON
    snapshot text,
    -- the answer of the local extractor, as JSON
    answer text,
    -- what the AI provider contributed, as JSON; null if it was not asked yet
    advice text,
    source text check (source in ('local', 'claude')),
    note text
);

create index analysis_tenant on analysis (tenant_id, created_at desc, id desc);

create table analysis_screenshot (
    analysis_id uuid not null references analysis on delete cascade,
    part text not null check (part in ('viewport', 'page')),
    scheme text not null check (scheme in ('light', 'dark')),
    width integer not null,
    height integer not null,
    png bytea not null,
    primary key (analysis_id, part, scheme)
);

create table analysis_suggestion (
    id uuid primary key,
    analysis_id uuid not null references analysis on delete cascade,
    position smallint not null,
    -- the decisions of the suggestion, as JSON
    card text not null,
    selected_at timestamptz,
    unique (analysis_id, position)
);
