# attack.sh HOME API_PORT MANAGER_PID VICTIM_PID   tries what a program of a tenant must not be able to do
#
# Prints REACHED and what for everything that was possible, and TRIED at the end, so that an attack that did not run is
# no proof of safety.
home=$1 api=$2 manager=$3 victim=$4
reached() { echo "REACHED $*"; }
reads() { for file; do [ -d "$file" ] || { head -c 1 "$file" 2>/dev/null | grep -q . && reached "file $file"; }; done; }
writes() { for file; do (echo evil >>"$file") 2>/dev/null && reached "writing $file"; done; }

reads "$home"/keys/* "$home"/pg/password "$home"/pg/data/* "$home"/admin-password "$home"/logs/* "$home"/run/* \
    "$home"/nginx/* "$home"/nginx/sites/* "$home"/tenants/victim/* "$home"/tenants/victim/*/* /etc/shadow /root/.ssh/* \
    /root/.bashrc
writes "$home/x" "$home/keys/x" "$home/tenants/victim/storage/x" "$home/releases/x" /usr/x /etc/hosts /var/x
[ -z "$DATABASE_URL" ] || writes ./page.html # a release is finished when it is built
find / -xdev \( -name secrets.json -o -name jwt.json -o -path '*/tenants/victim/*' \) 2>/dev/null | while read -r file; do
    reached "name $file"
done

for pid in "$manager" "$victim"; do
    reads "/proc/$pid/environ" "/proc/$pid/root/etc/shadow" "/proc/$pid/cwd/tenant-app.yaml"
    kill -9 "$pid" 2>/dev/null && reached "killing $pid"
done
[ "$(ls -d /proc/[0-9]* | wc -l)" -lt 30 ] || reached 'the processes of the machine'
env | grep -E '^(TENANTMGR_ADMIN|TENANTMGR_DATABASE|QUARKUS)' | while read -r line; do reached "variable $line"; done
(unshare --user --map-root-user --mount sh -c "umount -l $home || umount -l /etc || mount -o remount,rw /usr") \
    2>/dev/null && reached 'another view of the files'
writes /proc/sys/kernel/core_pattern /proc/sysrq-trigger

for path in api/tenants api/settings api/users q/metrics internal/services; do
    [ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 "http://127.0.0.1:$api/$path")" != 200 ] || reached "$path"
done
if [ -n "$DATABASE_URL" ]; then
    psql "$DATABASE_URL" -Atqc 'select 1' >/dev/null || reached 'nothing: its own database does not answer'
    for database in tenantmgr postgres tm_victim; do
        psql "${DATABASE_URL%/*}/$database" -Atqc 'select 1' 2>/dev/null | grep -q 1 && reached "database $database"
    done
    psql "postgresql://tenantmgr@$DATABASE_HOST:$DATABASE_PORT/tenantmgr" -w -Atqc 'select 1' 2>/dev/null | grep -q 1 \
        && reached 'the database as the manager'
    psql "$DATABASE_URL" -Atqc "copy (select 1) to program 'true'" 2>/dev/null && reached 'a program of the database'
    psql "$DATABASE_URL" -Atqc "select pg_read_file('/etc/passwd')" 2>/dev/null | grep -q . && reached 'a file of the database'
fi
env -i setsid sleep 86391 >/dev/null 2>&1 &
env -i setsid unshare --user --pid --fork sleep 86392 >/dev/null 2>&1 &
echo TRIED
