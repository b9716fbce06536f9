# Checks that Node is installed in a suitable version. Sourced.

NODE_AT_LEAST=20.19

# Succeeds, or fails with one line of instructions.
need_node() {
    local version
    version=$(node --version 2>/dev/null) && version=${version#v} && command -v npm >/dev/null \
        && [[ $(printf '%s\n' "$NODE_AT_LEAST" "$version" | sort -V | head -n1) == "$NODE_AT_LEAST" ]] && return
    echo "Tenant Manager needs Node $NODE_AT_LEAST or newer with npm: install it (https://nodejs.org) and put it on the PATH." >&2
    return 1
}
