-- The range may begin elsewhere tomorrow, and blocks with it: what must not happen is that two of them share a port. Servers are
-- laid end to end on one line, since a plain integer has no place in this kind of index.

alter table port_block add constraint port_block_apart
    exclude using gist (int8range(server_id * 65536::bigint + first, server_id * 65536::bigint + first + 4) with &&);
