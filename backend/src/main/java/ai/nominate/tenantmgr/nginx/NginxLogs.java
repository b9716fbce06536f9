package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.OwnLogs;
import ai.nominate.tenantmgr.job.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What NGINX writes about requests and errors. */
@ApplicationScoped
public class NginxLogs implements OwnLogs {
    private final NginxSettings settings;
    private final NginxProcess process;

    NginxLogs(NginxSettings settings, NginxProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /** Those that are copied and emptied. Not the log of traffic: its reader moves it, and must not miss a line. */
    @Override
    public List<Path> files() {
        return Stream.of("access.log", FailedRequests.FILE, "manager.log", "error.log")
                .map(this::file)
                .toList();
    }

    /**
     * A line for each request of a visitor to a tenant, and nothing of its path: time in seconds, tenant, status, bytes, seconds until
     * the answer ("-" for event streams and WebSockets).
     */
    public Path traffic() {
        return file("traffic.log");
    }

    /** Where the log of traffic was moved to. NGINX may write to it for a second more. */
    public Path olderTraffic() {
        return file("traffic.log.1");
    }

    /** Moves the log of traffic aside, in place of the one before, and lets NGINX begin another. Loses no line. Blocks shortly. */
    public void moveTrafficAside(Permit permit) {
        permit.check();
        try {
            Files.move(traffic(), olderTraffic(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not rename " + traffic(), e);
        }
        reopen(permit);
    }

    /** Lets NGINX open its logs anew. No effect if it does not run. */
    public void reopen(Permit permit) {
        process.reopenLogs(permit);
    }

    private Path file(String name) {
        return settings.errorLog().resolveSibling(name);
    }
}
