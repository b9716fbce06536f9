-- A range that was set applied to every server of the database. Each one keeps it, and can change its own from now on.
insert into setting (key, value, updated_at, updated_by)
select setting.key || '@' || server.id, setting.value, setting.updated_at, setting.updated_by
from setting cross join server
where setting.key = 'port.range';

delete from setting where key = 'port.range';
