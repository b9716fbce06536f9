package ai.nominate.tenantmgr.host;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.OwnLogs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;

/** The logs of the manager and of the embedded PostgreSQL. */
@ApplicationScoped
class HostLogs implements OwnLogs {
    private final Home home;

    HostLogs(Home home) {
        this.home = home;
    }

    @Override
    public List<Path> files() {
        return List.of(home.logs().resolve("manager.log"), home.postgres().resolve("log"));
    }
}
