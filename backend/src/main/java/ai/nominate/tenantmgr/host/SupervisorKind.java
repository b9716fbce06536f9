package ai.nominate.tenantmgr.host;

import ai.nominate.tenantmgr.host.file.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What supervises the programs of tenants on this machine. */
public enum SupervisorKind {
    PROCESS,
    SYSTEMD;

    private static final Path RUNNING = Path.of("/run/systemd/system");
    private static final Path UNIT = Path.of("/etc/systemd/system/tenantmgr-service1-a@.service");

    /** systemd where it runs and has the unit files of this home; another home on the same machine has none. */
    static SupervisorKind found(Home home) {
        try {
            boolean installed = Files.isDirectory(RUNNING)
                    && Files.isReadable(UNIT)
                    && Files.readString(UNIT).contains(" " + home.run() + "/programs/");
            return installed ? SYSTEMD : PROCESS;
        } catch (IOException e) {
            return PROCESS;
        }
    }
}
