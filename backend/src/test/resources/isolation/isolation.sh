isolated() {
set -e
mount -t tmpfs -o mode=755,size=4m,nosuid,nodev tenantmgr '/srv/tenant manager/run/root'
cd '/srv/tenant manager/run/root'
mkdir -p '.empty' '.home' '.home/releases/r1' '.home/tenants/acme' '.home/tenants/acme/home' '.home/tenants/acme/storage' 'dev/pts' 'dev/shm' 'etc' 'proc' 'run' 'tmp' 'usr' 'var/tmp'
: >'dev/null'
: >'dev/urandom'
: >'.home/tenants/acme/a.env'
ln -s 'usr/bin' 'usr/lib' .
ln -s /proc/self/fd /dev/pts/ptmx dev
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
mount -t proc -o nosuid,nodev,noexec proc proc
echo 813 >proc/sys/kernel/pid_max || :
printf %s 'root:x:0:0:root:/:/bin/sh
nobody:x:65534:65534:nobody:/:/usr/sbin/nologin
tenant:x:1000:1000::/srv/tenant manager/tenants/acme/home:/bin/sh
' >.passwd
printf %s '/usr /srv/tenant\040manager/run/root/usr none rbind,ro,nosuid,nodev 0 0
/etc /srv/tenant\040manager/run/root/etc none rbind,ro,nosuid,nodev 0 0
/etc/hosts /srv/tenant\040manager/run/root/etc/hosts none bind,ro,nosuid,nodev 0 0
/dev/null /srv/tenant\040manager/run/root/etc/shadow none bind,ro,nosuid 0 0
/srv/tenant\040manager/run/root/.empty /srv/tenant\040manager/run/root/etc/ssl/private none bind,ro,nosuid 0 0
/srv/tenant\040manager/run/root/proc/sys /srv/tenant\040manager/run/root/proc/sys none bind,ro,nosuid,nodev,noexec 0 0
/dev/null /srv/tenant\040manager/run/root/dev/null none bind,nosuid,noexec 0 0
/dev/urandom /srv/tenant\040manager/run/root/dev/urandom none bind,nosuid,noexec 0 0
devpts /srv/tenant\040manager/run/root/dev/pts devpts newinstance,ptmxmode=0666,mode=620,nosuid,noexec 0 0
shm /srv/tenant\040manager/run/root/dev/shm tmpfs size=64m,nosuid,nodev 0 0
/srv/tenant\040manager/run/root/.passwd /srv/tenant\040manager/run/root/etc/passwd none bind,ro,nosuid,nodev,noexec 0 0
/srv/tenant\040manager/tenants/acme/tmp/a.backend /srv/tenant\040manager/run/root/tmp none bind,nosuid,nodev,noexec 0 0
/srv/tenant\040manager/run/root/.home /srv/tenant\040manager/run/root/srv/tenant\040manager none bind,ro,nosuid,nodev,X-mount.mkdir=0755 0 0
/srv/tenant\040manager/releases/r1 /srv/tenant\040manager/run/root/srv/tenant\040manager/releases/r1 none bind,ro,nosuid,nodev,noexec 0 0
/srv/tenant\040manager/tenants/acme/a.env /srv/tenant\040manager/run/root/srv/tenant\040manager/tenants/acme/a.env none bind,ro,nosuid,nodev,noexec 0 0
/srv/tenant\040manager/tenants/acme/home /srv/tenant\040manager/run/root/srv/tenant\040manager/tenants/acme/home none bind,nosuid,nodev,noexec 0 0
/srv/tenant\040manager/tenants/acme/storage /srv/tenant\040manager/run/root/srv/tenant\040manager/tenants/acme/storage none bind,nosuid,nodev,noexec 0 0
' >.mounts
mount -a -T .mounts
pivot_root . .
umount -l .
mkdir -p '/srv/tenant manager/tenants/acme/storage/uploads'
mount --bind '/srv/tenant manager/tenants/acme/storage/uploads' '/srv/tenant manager/releases/r1/uploads'
mount -o remount,bind,ro,nosuid,nodev /
set +e
exec 3>&2 2>/dev/null
unshare --user --map-user=1000 --map-group=1000 --mount -- setpriv --no-new-privs -- /bin/sh -s -- "$@" 2>&3 3>&- <<'END_'
ulimit -c 0
ulimit -u 512 2>/dev/null || ulimit -p 512 2>/dev/null
unset OLDPWD
cd '/srv/tenant manager/releases/r1' || exit 126
export HOME='/srv/tenant manager/tenants/acme/home'
export TEXT='it'\''s
$(id)
END'
exec "$@" </dev/null
END_
exit $?
}
isolated "$@"
