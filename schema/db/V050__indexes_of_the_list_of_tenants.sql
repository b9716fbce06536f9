-- What the list of tenants is sorted and searched by. An order ends in a column that no two tenants share, so that pages do
-- not overlap; slug needs nothing, it is unique.

create index tenant_name on tenant (lower(name), id);
create index tenant_domain on tenant (domain, id);

-- A part of name, slug or domain is looked for in one text; no search holds a line end, so none reaches over two of them.
alter table tenant add column search_text text
    generated always as (lower(name) || chr(10) || slug || chr(10) || domain) stored;

-- An index by trigrams where the server has them. One without the extension, or without the right to it, reads the table.
do $$
begin
    create extension if not exists pg_trgm;
    execute 'create index tenant_search on tenant using gin (search_text gin_trgm_ops)';
exception when others then
    raise notice 'the search reads the whole table: %', sqlerrm;
end $$;
