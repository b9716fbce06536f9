# What starts the manager. Sourced from the clone's root, after jdk.sh.

# Fills the array `command`. TENANTMGR_MANAGER_COMMAND replaces the packaged application: `make dev` and the launcher's test
# use it. A trained start-up that does not fit JDK and jar is ignored by the JVM with a warning.
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
