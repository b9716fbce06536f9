# The command that starts the manager. Sourced from the clone's root, after jdk.sh.

# Fills the array `command`. TENANTMGR_MANAGER_COMMAND replaces the packaged application: used by `make dev` and the
# launcher's test. The JVM ignores an ahead-of-time cache that does not match JDK and jar, with a warning.
manager_command() {
    if [[ -n ${TENANTMGR_MANAGER_COMMAND-} ]]; then
        read -ra command <<<"$TENANTMGR_MANAGER_COMMAND"
        return
    fi
    use_jdk || exit
    command=("$JAVA_HOME/bin/java")
    [[ ! -e backend/jvm.options ]] || command+=("@$PWD/backend/jvm.options")
    [[ ! -e backend/target/tenantmgr.aot ]] || command+=("-XX:AOTCache=$PWD/backend/target/tenantmgr.aot")
    command+=(-jar "$PWD/backend/target/quarkus-app/quarkus-run.jar")
}
