-- The log of a run is removed some time after the run has ended; the run, its steps and its failure are kept.
alter table run add column log_pruned_at timestamptz;
create index run_log_kept on run (finished_at) where finished_at is not null and log_pruned_at is null;
