-- An application may have up to eight services. The first two have the tenant's block of four ports; a third and further one gets a
-- pair more from the same range: its port in slot a, and the next one for slot b.

alter table port_block
    add column size smallint not null default 4 check (size in (2, 4)),
    -- of the service in its manifest, from 2; the block holds 0 and 1
    add column position smallint not null default 0 check (position between 0 and 7),
    -- the name that the service had when the pair was last used
    add column service text,
    add check ((size = 2) = (position >= 2) and (size = 2) = (service is not null));

drop index port_block_tenant;
create unique index port_block_tenant_position on port_block (tenant_id, position) where tenant_id is not null;

alter table port_block drop constraint port_block_apart;
alter table port_block add constraint port_block_apart
    exclude using gist (int8range(server_id * 65536::bigint + first, server_id * 65536::bigint + first + size) with &&);

-- The ports of a slot by position: with free names and up to eight of them, one column for each has no place.
alter table site_slot add column ports integer[];
