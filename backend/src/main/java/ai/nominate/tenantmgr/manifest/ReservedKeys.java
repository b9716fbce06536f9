package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Environment variables that a manifest or tenant may not set: the manager's own, and those that change how the loader,
 * the shell or systemd starts the service. Variables of an interpreter, such as NODE_OPTIONS, are allowed: they change the
 * application alone, which chooses its own code anyway.
 */
public final class ReservedKeys {
    private static final Set<EnvKey> MANAGER = Arrays.stream(SystemVariable.values())
            .filter(SystemVariable::isFixed)
            .map(SystemVariable::key)
            .collect(Collectors.toUnmodifiableSet());
    static final List<String> PREFIXES = List.of("TENANTMGR_", "LD_", "BASH", "COMP_");
    static final Set<String> MACHINE = Set.of(
            // loader and systemd
            "PATH",
            "GLIBC_TUNABLES",
            "GCONV_PATH",
            "LISTEN_FDS",
            "LISTEN_FDNAMES",
            "LISTEN_PID",
            "NOTIFY_SOCKET",
            "INVOCATION_ID",
            "JOURNAL_STREAM",
            "CREDENTIALS_DIRECTORY",
            // shells interpret these or do not pass them on unchanged
            "_",
            "IFS",
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

    /** The reason the variable is reserved, for users; empty if it is not. */
    public static Optional<String> refusal(EnvKey key) {
        if (MANAGER.contains(key)) {
            return Optional.of("is set by Tenant Manager itself");
        }
        return isMachine(key)
                ? Optional.of("is reserved: it would change how the service is started")
                : Optional.empty();
    }

    static boolean isMachine(EnvKey key) {
        return MACHINE.contains(key.value()) || PREFIXES.stream().anyMatch(key.value()::startsWith);
    }
}
