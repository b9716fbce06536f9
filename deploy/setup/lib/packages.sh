# Required packages of Debian and Ubuntu, and their installation without starting services. Sourced.

# One line per requirement: commands of which one must exist, and packages of which the first known one is installed.
# "later" marks requirements of tests, screenshots, analyses and backups only: the product runs without them.
PACKAGES='
needed nginx                                nginx
needed git                                  git
needed ssh                                  openssh-client
needed curl                                 curl
needed setsid                               util-linux
needed unshare                              util-linux
needed fallocate                            util-linux
needed ps                                   procps
later  chromium|chromium-browser|google-chrome chromium|chromium-browser
later  ip                                  iproute2
later  pg_dump                              postgresql-client
later  openssl                              openssl
later  jq                                   jq
later  pebble                              pebble
'

# Prints "importance packages" for every line of the table whose command is missing.
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

has_candidate() {
    [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) == *'Candidate: '[!\(]* ]]
}

# The first of the alternatives "a|b" known to apt, or a if apt knows none.
known_package() {
    local package
    for package in ${1//|/ }; do
        if has_candidate "$package"; then
            printf '%s\n' "$package"
            return
        fi
    done
    printf '%s\n' "${1%%|*}"
    return 1
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 "$@"
}

# Existing package lists may be outdated.
apt_install() {
    apt install --no-install-recommends "$@" || { apt update && apt install --no-install-recommends "$@"; }
}

# Debian starts installed services, and NGINX would use port 80. policy-rc.d prevents that; the previous file is
# restored afterwards. A service installed here does not start at the next boot either.
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
    trap 'exit 130' INT TERM
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null && as_root chmod 755 "$policy"
    apt_install "$@" || exit
    if [[ -z $had_nginx && -e /lib/systemd/system/nginx.service ]]; then
        as_root systemctl disable nginx || as_root update-rc.d nginx disable || true
    fi
)
