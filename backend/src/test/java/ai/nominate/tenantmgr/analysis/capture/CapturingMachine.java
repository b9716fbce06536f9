package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Captures with real processes and a home of their own; pages of 127.0.0.1 may be reached, and no other private ones. */
public final class CapturingMachine implements AutoCloseable {
    private static final TenantSlug TENANT = new TenantSlug("acme");
    private static final long MEMORY = 1536L << 20;
    private static final int TASKS = 512;

    private final Home home;
    private final ProcessSupervisor supervisor;
    private final Captures captures;
    private final SitePictures pictures;

    public CapturingMachine(Path root) {
        home = new Home(root.resolve("home"));
        BaseEnvironment environment = BaseEnvironment.of(home);
        supervisor =
                new ProcessSupervisor(home, new LogRotation(new LocalRunner(environment)), (status, sentence) -> {});
        CaptureProgram program = new CaptureProgram(home, supervisor, Path.of("/usr/bin/chromium"));
        captures = new Captures(program, new Egress(Optional.of("127.0.0.1")));
        pictures = new SitePictures(program, new Egress(Optional.empty()));
    }

    /** @param directory below the root; its pictures are there afterwards */
    public CaptureResult capture(String address, String directory, Duration deadline) {
        return captures.capture(
                new CaptureRequest(TENANT, URI.create(address), directory(directory)),
                new Limits(MEMORY, TASKS, deadline),
                scope());
    }

    /** Photographs a site that only its tenant's own way reaches. */
    SitePictures.Taken pictures(SiteRequest request, Duration deadline) {
        return pictures.take(request, new Limits(MEMORY, TASKS, deadline), scope(), deadline);
    }

    private static RunScope scope() {
        return new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, LineSink.NONE);
    }

    public Path directory(String name) {
        return home.root().resolve("results").resolve(name);
    }

    Home home() {
        return home;
    }

    /** Processes of this home that run. */
    int processes() {
        return running().size();
    }

    List<LiveProcess> running() {
        return new ProcessTable()
                .family(process -> process.variable(ProcessMarkers.OWNER)
                        .equals(home.root().toString()));
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
