-- Pictures that may be the logo of an analysed page, made harmless when they were captured.

create table analysis_logo (
    analysis_id uuid not null references analysis on delete cascade,
    -- that of the evidence: l0, l1…
    id text not null,
    media_type text not null check (media_type in ('image/png', 'image/svg+xml')),
    width integer not null,
    height integer not null,
    content bytea not null,
    primary key (analysis_id, id)
);
