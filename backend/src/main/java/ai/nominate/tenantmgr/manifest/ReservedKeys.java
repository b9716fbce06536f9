package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of variables that neither a manifest nor a tenant may set: the manager's own, and those by which the loader,
 * the shell or systemd would do something else than start the service as it was described.
 */
public final class ReservedKeys {
    private static final Set<EnvKey> MANAGER =
            Arrays.stream(SystemVariable.values()).map(SystemVariable::key).collect(Collectors.toUnmodifiableSet());
    static final List<String> PREFIXES = List.of("TENANTMGR_", "LD_", "LISTEN_", "BASH", "COMP_");
    static final Set<String> MACHINE = Set.of(
            // loader and systemd
            "PATH",
            "GLIBC_TUNABLES",
            "GCONV_PATH",
            "NOTIFY_SOCKET",
            "INVOCATION_ID",
            "JOURNAL_STREAM",
            "CREDENTIALS_DIRECTORY",
            // shells: they act on these, or never hand them on as they were given
            "_",
            "IFS",
            "ENV",
            "PWD",
            "OLDPWD",
            "OPTIND",
            "OPTARG",
            "PPID",
            "UID",
            "EUID",
            "SHLVL",
            "SHELLOPTS",
            "LINENO",
            "RANDOM",
            "SRANDOM",
            "SECONDS",
            "EPOCHSECONDS",
            "EPOCHREALTIME",
            "HISTCMD",
            "DIRSTACK",
            "FUNCNAME",
            "GROUPS",
            "PIPESTATUS");

    private ReservedKeys() {}

    /** Why the variable cannot be set, for people; empty when it can. */
    public static Optional<String> refusal(EnvKey key) {
        if (MANAGER.contains(key)) {
            return Optional.of("is set by the Tenant Manager itself");
        }
        return isMachine(key)
                ? Optional.of("is reserved: it would change how the service is started")
                : Optional.empty();
    }

    static boolean isMachine(EnvKey key) {
        return MACHINE.contains(key.value()) || PREFIXES.stream().anyMatch(key.value()::startsWith);
    }
}
