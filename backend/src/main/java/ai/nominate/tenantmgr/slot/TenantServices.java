package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.mask.OutputExcerpt;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import ai.nominate.tenantmgr.manifest.ServiceSpec;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Starts, keeps, stops and inspects the services of a tenant's slots. Blocks its caller. */
@ApplicationScoped
public class TenantServices {
    private static final int LOOKED_AT = 1000;

    private final Supervisor supervisor;
    private final TenantFiles files;
    private final SlotLimits limits;
    private final SlotManifests manifests;
    private final SlotFileView views;
    private final ServiceLogs logs;

    TenantServices(
            Supervisor supervisor,
            TenantFiles files,
            SlotLimits limits,
            SlotManifests manifests,
            TenantSecrets secrets) {
        this.logs = new ServiceLogs(supervisor, slug -> secrets.of(slug));
        this.supervisor = supervisor;
        this.files = files;
        this.limits = limits;
        this.manifests = manifests;
        this.views = new SlotFileView(files);
    }

    /** The services of a slot: those with a launch file. */
    public List<Unit> units(TenantSlug slug, Slot slot) {
        return files.launches(slug, slot).stream()
                .map(service -> new Unit(
                        new UnitId(slug, slot, service),
                        files.launch(slug, slot, service),
                        files.release(slug, slot),
                        files.log(slug, slot, service),
                        limits.of(slug, slot, service),
                        Optional.of(views.ofService(slug, slot, service, manifests.release(slug, slot)))))
                .toList();
    }

    /** Starts services that do not run. They are not restarted after a crash until {@link #keep}. */
    public void start(TenantSlug slug, Slot slot, Permit permit) {
        units(slug, slot).forEach(unit -> start(unit, permit));
    }

    void start(Unit unit, Permit permit) {
        SafeFiles.directory(unit.log().getParent(), "rwx------");
        supervisor.start(unit, permit);
    }

    /** From now on crashed services are restarted. */
    public void keep(TenantSlug slug, Slot slot) {
        units(slug, slot).forEach(supervisor::keep);
    }

    void keep(Unit unit) {
        supervisor.keep(unit);
    }

    /**
     * Stops all services of a slot, including those whose launch file was removed.
     *
     * @param grace of a service whose manifest names none
     */
    public void stop(TenantSlug slug, Slot slot, Duration grace, Permit permit) {
        Stream<UnitId> known =
                supervisor.statuses(slug).stream().map(UnitStatus::id).filter(id -> id.slot() == slot);
        Stream<UnitId> launched = Stream.concat(
                        Stream.of(ServiceName.FRONTEND, ServiceName.BACKEND), files.launches(slug, slot).stream())
                .map(service -> new UnitId(slug, slot, service));
        List<UnitId> ids = Stream.concat(known, launched).distinct().toList();
        ids.parallelStream().forEach(id -> stop(id, grace, permit));
    }

    void stop(UnitId id, Duration grace, Permit permit) {
        Duration own = manifests.service(id).flatMap(ServiceSpec::stopGrace).orElse(grace);
        supervisor.stop(id, own, permit);
    }

    /** Stops all services of a slot that another release is about to run in, and empties the directories that they wrote to. */
    public void clear(TenantSlug slug, Slot slot, Duration grace, Permit permit) {
        stop(slug, slot, grace, permit);
        SafeFiles.deleteTree(files.writable(slug, slot), permit); // not before: a program could put a link in the way
    }

    /** Removes the records of a tenant's services. They must be stopped. */
    public void forget(TenantSlug slug) {
        supervisor.forget(slug);
    }

    public UnitStatus status(UnitId id) {
        return supervisor.status(id);
    }

    public List<UnitStatus> statuses(TenantSlug slug) {
        return supervisor.statuses(slug);
    }

    /**
     * What a service itself has printed since it was last started on request: its last lines, secrets masked, without the lines
     * in which it only notes a request of the manager.
     *
     * @param health the path that the manager asks for
     */
    public List<String> lastLines(UnitId id, String health, int count) {
        List<String> printed = logs.end(id, LOOKED_AT).lines().stream()
                .filter(line -> !ProbeLine.is(line, health))
                .toList();
        return OutputExcerpt.of(
                printed.subList(Math.max(0, printed.size() - count), printed.size()), SecretMatcher.NONE);
    }

    /**
     * A page of a service's log, oldest line first, secrets masked. The lines of a stopped service stay; without any the page
     * is empty. A page may have fewer lines than asked for, or a few more: it does not end within a secret of several lines.
     *
     * @param cursor of the page before, empty for the oldest line there is
     * @param limit of lines, at least 1
     * @throws InvalidValue if the cursor is not one of an earlier page
     */
    public LogPage log(TenantSlug slug, Slot slot, ServiceName service, String cursor, int limit) {
        return logs.page(new UnitId(slug, slot, service), cursor, limit);
    }

    /**
     * The same, but waits for a line when there is none yet.
     *
     * @param patience how long; then the page is empty
     * @throws RunInterrupted if the thread was interrupted
     */
    public LogPage followLog(
            TenantSlug slug, Slot slot, ServiceName service, String cursor, int limit, Duration patience) {
        return logs.follow(new UnitId(slug, slot, service), cursor, limit, patience);
    }

    /**
     * The last lines of a service's log since it was last started on request, secrets masked, with a cursor that goes on after
     * them. The beginning of a secret that is not printed to its end is masked.
     */
    public LogPage endOfLog(TenantSlug slug, Slot slot, ServiceName service, int count) {
        return logs.end(new UnitId(slug, slot, service), count);
    }

    /**
     * A line of a service's log with those beside it, secrets masked, and a cursor that goes on after them.
     *
     * @param place that of the line in an earlier page; of a masked secret of several lines, that of any of them
     * @param before how many lines before it at most
     * @param after how many lines from it on at most, at least 1
     * @return no line if this one is no longer kept
     * @throws InvalidValue if the place is not one of an earlier page
     */
    public LogPage logAround(TenantSlug slug, Slot slot, ServiceName service, String place, int before, int after) {
        return logs.around(new UnitId(slug, slot, service), place, before, after);
    }

    /** Whether the service's own processes listen on the port. */
    public boolean listens(UnitId id, PortNumber port) {
        return supervisor.listens(id, port);
    }

    /** The sockets on which the service waits for connections. */
    public List<Listener> listeners(UnitId id) {
        return supervisor.listeners(id);
    }

    /** The services of many tenants, in one look at the machine. */
    public Map<TenantSlug, List<UnitStatus>> statuses(Set<TenantSlug> tenants) {
        return supervisor.statuses(tenants);
    }

    /** Whether the record of a unit is stored for the next manager. */
    boolean isRecorded(Unit unit) {
        return supervisor.isRecorded(unit);
    }
}
