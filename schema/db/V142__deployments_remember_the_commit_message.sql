-- The first line of the commit's message; null for directories and for deployments of before.
alter table deployment add column message text;
