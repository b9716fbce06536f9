# What Debian and Ubuntu package for us, and how it gets onto the machine without starting anything there. Sourced.

# One line each: the commands of which one must exist, and the packages of which the first known one is installed.
# "later" marks what only tests, screenshots, analyses and backups use: without it the product runs.
PACKAGES='
needed nginx                                nginx
needed git                                  git
needed curl                                 curl
needed setsid                               util-linux
needed unshare                              util-linux
needed fallocate                            util-linux
needed ps                                   procps
later  chromium|chromium-browser|google-chrome chromium|chromium-browser
later  pg_dump                              postgresql-client
'

# Prints "importance packages" for every line of the table whose command is not there.
missing_packages() {
    local importance commands packages
    local PATH=$PATH:/usr/sbin:/sbin
    while read -r importance commands packages; do
        [[ -z $importance ]] || any_command "$commands" || printf '%s %s\n' "$importance" "$packages"
    done <<<"$PACKAGES"
}

any_command() {
    local command
    for command in ${1//|/ }; do
        command -v "$command" >/dev/null && return
    done
    return 1
}

# The first of the alternatives "a|b" that apt can install.
known_package() {
    local package
    for package in ${1//|/ }; do
        [[ $(apt-cache policy "$package" 2>/dev/null) == *'Candidate: '[!\(]* ]] && break
    done
    printf '%s\n' "$package"
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

# Installs the packages; asks for fresh lists only when the ones at hand do not suffice.
apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300)
    as_root "${apt[@]}" install --no-install-recommends "$@" \
        || { as_root "${apt[@]}" update && as_root "${apt[@]}" install --no-install-recommends "$@"; }
}

# Debian starts a service that it installs, and NGINX would take port 80. policy-rc.d is its way to say no; whatever stood
# there before is put back. A service that came with this installation does not start at the next boot either.
install_without_starting() (
    policy=/usr/sbin/policy-rc.d
    kept=$policy.before-tenantmgr
    had_nginx=$(command -v nginx || ls /usr/sbin/nginx 2>/dev/null)
    put_back() {
        as_root rm -f "$policy"
        if [[ -e $kept ]]; then as_root mv "$kept" "$policy"; fi
    }
    if [[ ! -e $kept && -e $policy ]]; then as_root mv "$policy" "$kept"; fi
    trap put_back EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null && as_root chmod 755 "$policy"
    apt_install "$@" || exit
    if [[ -z $had_nginx && -e /lib/systemd/system/nginx.service ]]; then
        as_root systemctl disable nginx || as_root update-rc.d nginx disable || true
    fi
)
