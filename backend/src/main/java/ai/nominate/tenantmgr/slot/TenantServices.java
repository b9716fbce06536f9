package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.job.Permit;
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
    private final TenantSecrets secrets;

    TenantServices(
            Supervisor supervisor,
            TenantFiles files,
            SlotLimits limits,
            SlotManifests manifests,
            TenantSecrets secrets) {
        this.secrets = secrets;
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
        List<String> printed = secrets.of(id.slug()).mask(supervisor.lastLines(id, LOOKED_AT)).stream()
                .filter(line -> !ProbeLine.is(line, health))
                .toList();
        return OutputExcerpt.of(
                printed.subList(Math.max(0, printed.size() - count), printed.size()), SecretMatcher.NONE);
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
