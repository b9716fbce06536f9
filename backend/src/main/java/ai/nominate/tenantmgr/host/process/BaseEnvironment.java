package ai.nominate.tenantmgr.host.process;

import ai.nominate.tenantmgr.host.file.Home;


import java.util.HashMap;
import java.util.Map;

/**
 * The variables of every process beside its own: PATH, locale, a home that not even root can write to, and the owner
 * mark.
 */
public record BaseEnvironment(Map<String, String> variables) {
    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public BaseEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The manager's own Java comes first, so that a core application in Java uses the version it was tested with. */
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

    /** The markers are applied last: a tenant's own variables cannot disguise a process. */
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
