-- The overview lists the certificates that end soon.
create index certificate_end on certificate (not_after);
