package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.OwnLogs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What NGINX writes about requests and errors. */
@ApplicationScoped
class NginxLogs implements OwnLogs {
    private final NginxSettings settings;

    NginxLogs(NginxSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Path> files() {
        Path directory = settings.errorLog().getParent();
        return Stream.of("access.log", FailedRequests.FILE, "manager.log", "error.log")
                .map(directory::resolve)
                .toList();
    }
}
