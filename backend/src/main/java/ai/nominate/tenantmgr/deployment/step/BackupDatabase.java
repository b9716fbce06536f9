package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.backup.BackupInRun;
import ai.nominate.tenantmgr.backup.BackupReason;
import ai.nominate.tenantmgr.backup.BackupSnapshot;
import ai.nominate.tenantmgr.database.DatabaseDumps;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.DatabaseSpec;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.ConnectionDrain;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Prepares a breaking migration: the live release cannot work with the migrated database, so visitors get the maintenance page, the
 * services stop, and a backup is taken. The switch opens the site again; a failure restores the database from it, and the live slot.
 */
@Singleton
public class BackupDatabase extends NamedStep<DeploymentContext> {
    private final SlotRelease releases;
    private final TenantDatabases databases;
    private final DatabaseDumps dumps;
    private final BackupInRun backups;
    private final LiveMarkers markers;
    private final TenantServices services;
    private final ServiceStart start;
    private final ConnectionDrain drain;
    private final TenantRegistry tenants;
    private final Settings settings;

    BackupDatabase(
            SlotRelease releases,
            TenantDatabases databases,
            DatabaseDumps dumps,
            BackupInRun backups,
            LiveMarkers markers,
            TenantServices services,
            ServiceStart start,
            ConnectionDrain drain,
            TenantRegistry tenants,
            Settings settings) {
        super("backup", "Backup", 20);
        this.releases = releases;
        this.databases = databases;
        this.dumps = dumps;
        this.backups = backups;
        this.markers = markers;
        this.services = services;
        this.start = start;
        this.drain = drain;
        this.tenants = tenants;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Release release = releases.of(context.pinned().release());
        Optional<Slot> live = tenant.live();
        if (release.manifest().database().filter(DatabaseSpec::breaking).isEmpty()) {
            return new StepResult.Skipped("The release declares no breaking migration");
        }
        if (live.flatMap(slot -> tenant.slot(slot).release())
                .filter(release.id()::equals)
                .isPresent()) {
            return new StepResult.Skipped("The release is live: its migration has run");
        }
        if (!databases.exists(tenant)) {
            return new StepResult.Skipped("The tenant has no database yet");
        }
        dumps.requireTools(); // while the site is open
        live.ifPresent(slot -> close(context, tenant, slot));
        BackupSnapshot backup =
                backups.take(tenant, BackupReason.BEFORE_MIGRATION, "deployment", context.scope(), context::say);
        return new StepResult.Done("Backup " + backup.id() + " taken and read to its end");
    }

    private void close(DeploymentContext context, TenantSnapshot tenant, Slot live) {
        context.say(
                "The migration breaks the live release: visitors get the maintenance page until the new release is live");
        markers.down(tenant.slug(), context.permit());
        if (context.statusBefore() == TenantStatus.ACTIVE) {
            String left = drain.await(tenant, live);
            if (!left.isEmpty()) {
                context.warn(left);
            }
        }
        context.change(id -> tenants.slot(id, live, SlotStatus.STOPPED)); // so that no other manager starts them
        Duration grace = Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
        services.stop(tenant.slug(), live, grace, context.permit());
    }

    /** The database is as before by now: {@link InitializeDatabase} has restored it. */
    @Override
    public Optional<String> undo(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        if (tenant.live().isEmpty() || context.statusBefore() != TenantStatus.ACTIVE) {
            return Optional.empty();
        }
        Slot live = tenant.live().get();
        List<String> late = start.await(tenant, live, context.permit());
        late.forEach(context::warn);
        services.keep(tenant.slug(), live);
        markers.up(tenant.slug(), context.permit());
        context.change(id -> tenants.slot(id, live, SlotStatus.RUNNING));
        return Optional.of("Services of slot " + live + " started again; the site is open");
    }
}
