# Releases under /opt/tenantmgr: a directory each, and the links current and previous. Sourced by install.sh.

# Seconds; from the environment on machines that are slow.
READY_WITHIN=${READY_WITHIN:-120}

# Whether this is a release archive, and whole.
need_release() {
    [[ -e $here/SHA256SUMS ]] || fail 'This is no release: make one with "make dist".'
    (cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) || fail 'This release is damaged: unpack its archive again.'
}

# release_of LINK  the version that current or previous means.
release_of() {
    local target
    target=$(readlink "$PROGRAMS/$1" 2>/dev/null) && [[ -d $PROGRAMS/$target ]] && echo "$target"
}

copy_release() {
    local version place
    version=$(<"$here/VERSION")
    place=$PROGRAMS/$version
    [[ $here != "$place" ]] || return 0
    if [[ -e $place ]]; then
        cmp -s "$here/SHA256SUMS" "$place/SHA256SUMS" \
            || fail "Another release is installed as $version. Make this one with a version of its own: make dist VERSION=…"
        return
    fi
    rm -rf "$place.new"
    cp -a "$here" "$place.new"
    chown -R root:root "$place.new"
    mv -T "$place.new" "$place"
    did "Copied the release to $place"
}

link() {
    ln -sfn "$2" "$PROGRAMS/$1.new"
    mv -T "$PROGRAMS/$1.new" "$PROGRAMS/$1"
}

# activate VERSION  makes it the one that runs. If it does not become ready, the release before runs again.
activate() {
    local version=$1 before
    before=$(release_of current) || before=
    if [[ $before == "$version" ]] && units_are_as_in "$version" && is_ready; then
        did "The release $version runs already"
        return
    fi
    run_release "$version" && is_ready_within "$READY_WITHIN" || {
        journalctl --unit=tenantmgr-api.service --lines=15 --output=cat --no-pager >&2 || true
        if [[ -z $before || $before == "$version" ]]; then
            fail "The manager was not ready within $READY_WITHIN s, or ended five times."
        fi
        run_release "$before" && is_ready_within "$READY_WITHIN" || fail "Neither $version nor $before becomes ready."
        fail "The release $version was not ready within $READY_WITHIN s, or ended five times; $before runs again."
    }
    [[ $before == "$version" || -z $before ]] || link previous "$before"
    start_pages
    prune
    did "The release $version runs"
}

run_release() {
    link current "$1"
    write_units "$PROGRAMS/$1"
    systemctl --quiet enable "${UNITS[@]/%/.service}"
    close_ports
    systemctl restart tenantmgr-api.service
}

is_ready() {
    curl -fsS -o /dev/null --max-time 3 "http://127.0.0.1:$(setting TENANTMGR_API_PORT 32200)/q/health/ready" 2>/dev/null
}

# Not one that ends again and again.
is_ready_within() {
    local deadline=$((SECONDS + $1))
    until is_ready; do
        ((SECONDS < deadline)) && [[ $(systemctl is-active tenantmgr-api.service) != failed ]] \
            && (($(systemctl show --property=NRestarts --value tenantmgr-api.service) < 5)) || return 1
        sleep 0.2
    done
}

# All but the two that can run.
prune() {
    local place
    for place in "$PROGRAMS"/*/; do
        place=$(basename "$place")
        [[ $place == current || $place == previous || $place == "$(release_of current)" ]] && continue
        [[ $place == "$(release_of previous || true)" ]] && continue
        rm -rf "${PROGRAMS:?}/$place"
        did "Removed the release $place"
    done
}
