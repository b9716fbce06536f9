package ai.nominate.tenantmgr.host.systemd;

import java.util.Map;

/**
 * How the main process of a unit ended. systemd forgets a unit that ended well: then all that is known is that.
 *
 * @param active whether it runs, or is about to start or to end
 * @param code exit code, 128 + n for signal n; 0 for one that ended well
 * @param ranOutOfMemory whether the kernel ended it because of its limit of memory
 * @param pid the main process that runs, or ran last; 0 if that is forgotten
 */
record UnitEnd(boolean active, boolean failed, int code, boolean ranOutOfMemory, long pid) {
    private static final String KILLED = "2";
    private static final String DUMPED = "3";
    private static final int SIGNAL = 128;

    /** @param properties as {@code systemctl show} prints them */
    static UnitEnd of(Map<String, String> properties) {
        String state = properties.getOrDefault("ActiveState", "inactive");
        String how = properties.getOrDefault("ExecMainCode", "0");
        int status = Integer.parseInt(properties.getOrDefault("ExecMainStatus", "0"));
        long main = Long.parseLong(properties.getOrDefault("MainPID", "0"));
        long last = Long.parseLong(properties.getOrDefault("ExecMainPID", "0"));
        return new UnitEnd(
                !state.equals("inactive") && !state.equals("failed"),
                state.equals("failed"),
                how.equals(KILLED) || how.equals(DUMPED) ? SIGNAL + status : status,
                properties.getOrDefault("Result", "").equals("oom-kill"),
                main != 0 ? main : last);
    }
}
