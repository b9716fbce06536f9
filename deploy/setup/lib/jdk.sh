# Finds a JDK that can build and run the product. Sourced; reads a JDK's `release` file, so that no JVM is started.

JDK_AT_LEAST=25

# The feature release of the JDK in the directory $1 (25 for 25.0.1); fails if there is no JDK.
jdk_release() {
    [[ -x $1/bin/javac && -r $1/release ]] || return 1
    local line
    line=$(grep -m1 '^JAVA_VERSION=' "$1/release") || return 1
    line=${line#*\"}
    printf '%s\n' "${line%%[!0-9]*}"
}

# Prints the home of the first suitable JDK: JAVA_HOME, the javac on the PATH, then /usr/lib/jvm, newest first.
find_jdk() {
    local home release on_path
    on_path=$(readlink -f "$(command -v javac)" 2>/dev/null)
    while read -r home; do
        [[ -n $home ]] && release=$(jdk_release "$home") && ((release >= JDK_AT_LEAST)) || continue
        printf '%s\n' "$home"
        return
    done < <(
        printf '%s\n' "${JAVA_HOME-}" "${on_path%/bin/javac}"
        printf '%s\n' "${JVM_DIRECTORY:-/usr/lib/jvm}"/* | sort -rV
    )
    return 1
}

# Exports JAVA_HOME, or fails with one line of instructions.
use_jdk() {
    local home
    if ! home=$(find_jdk); then
        echo "Tenant Manager needs a JDK $JDK_AT_LEAST or newer: install one (https://adoptium.net) and set JAVA_HOME to it." >&2
        return 1
    fi
    export JAVA_HOME=$home
}
