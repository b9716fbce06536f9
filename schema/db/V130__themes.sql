-- Logos by their content: a version of a theme refers to one, so that an earlier version brings its logo back.
create table theme_logo (
    tenant_id uuid not null references tenant on delete cascade,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    media_type text not null check (media_type in ('image/png', 'image/svg+xml')),
    width integer not null,
    height integer not null,
    content bytea not null check (length(content) <= 4194304),
    created_at timestamptz not null,
    primary key (tenant_id, hash)
);

-- Themes are never overwritten: a deployment remembers the version of its time.
create table tenant_theme (
    tenant_id uuid not null references tenant on delete cascade,
    version integer not null check (version > 0),
    -- as in theme.schema.json; null: the application's own look
    content text,
    logo text,
    reason text,
    created_at timestamptz not null,
    created_by text not null,
    primary key (tenant_id, version),
    foreign key (tenant_id, logo) references theme_logo (tenant_id, hash)
);
