# The isolation that the manager gives to a migration or a service, as a script types it: namespaces of its own, and a root
# directory in which nothing is seen but the programs of the machine, the release and the tenant's own directories. The same words
# as backend/src/main/java/ai/nominate/tenantmgr/host/command/IsolationScript.java. Sourced by by-hand, which sets $nginx.

isolation_root=$nginx/root isolation_mounts=$nginx/mounts isolation_home=${TENANTMGR_HOME#/}

# mounted SOURCE TARGET OPTIONS  prints a line for mount, with the restrictions of the mount that the source lies on.
mounted() {
    local noexec
    noexec=$(awk -v path="$1" '
        { point = $5 == "/" ? "" : $5 }
        index(path "/", point "/") == 1 && length(point) >= longest { longest = length(point); options = $6 }
        END { if (options ~ /(^|,)noexec(,|$)/) print ",noexec" }' /proc/self/mountinfo)
    echo "$1 $isolation_root$2 none $3,nosuid,nodev$noexec 0 0"
}

# What every program sees of the machine, once for all: its programs without what only their owner may read, harmless devices, and
# no file with which root changes the machine.
write_machine_mounts() {
    local directory inner path cover
    for directory in /usr /bin /sbin /lib /lib32 /lib64 /libx32 /etc /opt /sys/devices/system; do
        [[ -d $directory && ! -L $directory ]] || continue
        mounted "$directory" "$directory" rbind,ro
        awk -v within="$directory/" 'index($5, within) == 1 && !seen[$5]++ { print $5 }' /proc/self/mountinfo | sort |
            while read -r inner; do mounted "$inner" "$inner" bind,ro; done
    done
    find /etc \( -type d ! -perm -o=rx -prune -o -type f ! -perm -o=r \) -readable -print 2>/dev/null | while read -r path; do
        cover=/dev/null
        [[ ! -d $path ]] || cover=$isolation_root/.empty
        echo "$cover $isolation_root$path none bind,ro,nosuid 0 0"
    done
    for path in /proc/{sys,bus,fs,irq,acpi,scsi,driver,sysrq-trigger,mtrr,latency_stats,timer_list}; do
        [[ ! -e $path ]] || echo "$isolation_root$path $isolation_root$path none bind,ro,nosuid,nodev,noexec 0 0"
    done
    for path in /dev/{null,zero,full,random,urandom,tty}; do
        [[ ! -e $path ]] || echo "$path $isolation_root$path none bind,nosuid,noexec 0 0"
    done
    echo "devpts $isolation_root/dev/pts devpts newinstance,ptmxmode=0666,mode=620,nosuid,noexec 0 0"
    echo "shm $isolation_root/dev/shm tmpfs size=64m,nosuid,nodev 0 0"
    echo "$isolation_root/.passwd $isolation_root/etc/passwd none bind,ro,nosuid,nodev 0 0"
}

# in_isolation DIRECTORY PORT WORD…  becomes a program that works in the release and writes to the tenant's directory alone. Its
# variables are those of the file DIRECTORY/env.
in_isolation() {
    local directory=$1 port=$2 own
    own=${directory#/}
    shift 2
    exec /usr/bin/setsid -- unshare --user --map-root-user --mount --pid --ipc --fork --kill-child -- /bin/sh -s -- "$@" <<END
isolated() {
set -e
mount -t tmpfs -o mode=755,size=4m,nosuid,nodev by-hand '$isolation_root'
cd '$isolation_root'
mkdir -p proc dev/pts dev/shm etc run tmp var/tmp .empty '.home/${directory#"$TENANTMGR_HOME/"}' '.home/${release#"$TENANTMGR_HOME/"}' '$isolation_home' \
    $(awk -v root="$isolation_root/" '$4 ~ /^rbind/ { print substr($2, length(root) + 1) }' "$isolation_mounts" | tr '\n' ' ')
: >dev/null; : >dev/zero; : >dev/full; : >dev/random; : >dev/urandom; : >dev/tty
ln -s $(for link in /bin /sbin /lib /lib32 /lib64 /libx32; do [[ ! -L $link ]] || echo "usr$link"; done | tr '\n' ' ') .
ln -s /proc/self/fd /dev/pts/ptmx dev
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
mount -t proc -o nosuid,nodev,noexec proc proc
printf %s 'root:x:0:0:root:/:/bin/sh
tenant:x:1000:1000::/$own/home:/bin/sh
' >.passwd
cat '$isolation_mounts' - >.mounts <<MOUNTS
$directory/tmp $isolation_root/tmp none bind,nosuid,nodev 0 0
$isolation_root/.home $isolation_root/$isolation_home none bind,ro,nosuid,nodev,X-mount.mkdir=0755 0 0
$release $isolation_root$release none bind,ro,nosuid,nodev 0 0
$directory $isolation_root$directory none bind,nosuid,nodev 0 0
MOUNTS
mount -a -T .mounts
pivot_root . .
umount -l .
mount -o remount,bind,ro,nosuid,nodev /
set +e
exec 3>&2 2>/dev/null
unshare --user --map-user=1000 --map-group=1000 --mount -- setpriv --no-new-privs -- /bin/sh -s -- "\$@" 2>&3 3>&- <<'PROGRAM'
ulimit -c 0
cd '$release' || exit 126
. '$directory/env'
export PORT='$port' HOME='$directory/home' CACHE_DIRECTORY='$directory/cache' TMPDIR=/tmp
exec "\$@" </dev/null
PROGRAM
exit \$?
}
isolated "\$@"
END
}
