-- The theme that visitors saw when the release went live; null for deployments of before and those that never did.
alter table deployment add column theme_version integer;
-- Whether a rollback brings the theme of that time back too.
alter table deployment add column restore_theme boolean not null default false;
