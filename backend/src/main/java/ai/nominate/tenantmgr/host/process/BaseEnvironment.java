package ai.nominate.tenantmgr.host.process;

import ai.nominate.tenantmgr.host.file.Home;
import java.util.HashMap;
import java.util.Map;

/**
 * What every process gets before its own variables, and all that it gets of the manager's: where programs lie, a locale, a
 * home that cannot be written to even by root, and whose it is.
 */
public record BaseEnvironment(Map<String, String> variables) {
    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public BaseEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The manager's own Java comes first, so that a core application written in Java finds the one it was tried with. */
    public static BaseEnvironment of(Home home) {
        return new BaseEnvironment(Map.of(
                "PATH",
                System.getProperty("java.home") + "/bin:" + SYSTEM_PATH,
                "HOME",
                "/dev/null",
                "LANG",
                "C.UTF-8",
                ProcessMarkers.OWNER,
                home.root().toString()));
    }

    /** The markers are laid over everything: a tenant's own variables cannot pass a process off as someone else's. */
    public Map<String, String> with(Map<String, String> own, Map<String, String> markers) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(own);
        all.put(ProcessMarkers.OWNER, variables.get(ProcessMarkers.OWNER));
        all.putAll(markers);
        return all;
    }

    public String owner() {
        return variables.get(ProcessMarkers.OWNER);
    }
}
