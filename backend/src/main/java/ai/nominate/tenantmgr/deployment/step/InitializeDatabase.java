package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.backup.BackupInRun;
import ai.nominate.tenantmgr.backup.BackupReason;
import ai.nominate.tenantmgr.database.DatabaseDumps;
import ai.nominate.tenantmgr.database.NewDatabase;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.DatabaseSpec;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFileView;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the tenant's database on the first run; runs the release's migration on every run. Never drops a database under its final name. */
@Singleton
public class InitializeDatabase extends NamedStep<DeploymentContext> {
    private static final int LARGEST_INIT = 16 << 20;

    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final TenantDatabases databases;
    private final SlotConnections slotConnections;
    private final DatabaseDumps dumps;
    private final BackupInRun backups;
    private final TenantFiles files;
    private final Supervisor supervisor;
    private final TaskLimits limits;
    private final SlotFileView views;
    private final Settings settings;

    InitializeDatabase(
            SlotRelease releases,
            SlotEnvironment environments,
            TenantDatabases databases,
            SlotConnections slotConnections,
            DatabaseDumps dumps,
            BackupInRun backups,
            TenantFiles files,
            Supervisor supervisor,
            TaskLimits limits,
            SlotFileView views,
            Settings settings) {
        super("initialize-database", "Database", 900);
        this.releases = releases;
        this.environments = environments;
        this.databases = databases;
        this.slotConnections = slotConnections;
        this.dumps = dumps;
        this.backups = backups;
        this.files = files;
        this.supervisor = supervisor;
        this.limits = limits;
        this.views = views;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        Release release = releases.of(context.pinned().release());
        Optional<DatabaseSpec> wanted = release.manifest().database();
        if (wanted.isEmpty()) {
            return new StepResult.Skipped("The application declares no database");
        }
        TenantSnapshot tenant = context.tenant();
        Duration limit = Reactive.await(() -> settings.get(DeploymentSettings.MIGRATE_TIMEOUT));
        long start = System.nanoTime();
        boolean made = databases.ensure(tenant, () -> content(release, wanted.get(), limit), context.permit());
        if (made) {
            context.say("Created the tenant's database");
        } else {
            databases.extend(tenant, wanted.get().extensions(), context.permit());
        }
        slotConnections.allow(context, release);
        String first = made ? "Database created" : "Database exists";
        return wanted.get()
                .migrate()
                .map(argv -> migrate(context, release, argv, first, limit, left(limit, start)))
                .orElseGet(() -> new StepResult.Done(first));
    }

    /** Restores the backup that the run took before a breaking migration; another migration stays. */
    @Override
    public Optional<String> undo(DeploymentContext context) {
        if (context.pinned().release() == null) {
            return Optional.empty();
        }
        databases.dropUnfinished(context.tenant(), context.permit());
        return backups.of(context.run(), BackupReason.BEFORE_MIGRATION).map(backup -> {
            Duration limit = Reactive.await(() -> settings.get(DeploymentSettings.BACKUP_TIMEOUT));
            backups.unpacked(
                    backup,
                    bundle -> dumps.restore(context.tenant(), bundle.database().orElseThrow(), limit, context.scope()));
            return "The database was restored from the backup " + backup.id();
        });
    }

    @Override
    public Optional<String> stays(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        String id = context.pinned().release();
        boolean isLive = tenant.live()
                .flatMap(live -> tenant.slot(live).release())
                .filter(live -> live.equals(id))
                .isPresent(); // its migration had run before
        Optional<DatabaseSpec> database =
                id == null ? Optional.empty() : releases.of(id).manifest().database();
        if (database.isEmpty()
                || isLive
                || backups.of(context.run(), BackupReason.BEFORE_MIGRATION).isPresent()
                || !databases.exists(tenant)) {
            return Optional.empty();
        }
        return tenant.live().isEmpty()
                ? Optional.of("The tenant's database stays, with what the release put into it.")
                : database.get()
                        .migrate()
                        .map(argv -> "What the migration of release " + id + " changed in the database stays.");
    }

    private static Duration left(Duration limit, long start) {
        Duration left = limit.minusNanos(System.nanoTime() - start);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    /** @param left of the limit, which is one for the whole step */
    private StepResult migrate(
            DeploymentContext context,
            Release release,
            List<String> argv,
            String first,
            Duration limit,
            Duration left) {
        Map<String, String> environment = new HashMap<>();
        SlotVariables variables =
                environments.of(context.tenant(), release, context.pinned().configVersion());
        variables.secrets().forEach(context::mask);
        variables.values().forEach((key, value) -> environment.put(key.value(), value));
        TenantSlug slug = context.tenant().slug();
        Task task = new Task(
                new Task.Owner.OfTenant(slug),
                Task.Purpose.MIGRATE,
                variables.fill(argv),
                files.release(slug, context.pinned().slot()),
                environment,
                limits.of(Task.Purpose.MIGRATE, left),
                Optional.of(views.ofTask(slug, context.pinned().slot(), release, "migrate")));
        context.say("$ " + String.join(" ", argv));
        CommandResult result = supervisor.run(task, context.scope());
        if (result.excess().isPresent()) {
            return new StepResult.Failed(
                    DeploymentProblem.MIGRATE_OVER_LIMIT,
                    "The migration " + result.excess().get() + " and was ended",
                    result.lastLines());
        }
        if (result.timedOut()) {
            return new StepResult.Failed(
                    DeploymentProblem.MIGRATE_TIMED_OUT,
                    "The migration was stopped after " + limit.toSeconds() + " s (setting deployment.migrateTimeout)",
                    result.lastLines());
        }
        if (!result.succeeded()) {
            return new StepResult.Failed(
                    DeploymentProblem.MIGRATE_FAILED,
                    "The migration exited with code " + result.exit(),
                    result.lastLines());
        }
        return new StepResult.Done(first + ", migrated (" + result.took().toMillis() + " ms)");
    }

    private static NewDatabase content(Release release, DatabaseSpec wanted, Duration limit) {
        return new NewDatabase(
                wanted.init().map(file -> release.text("database.init", file, LARGEST_INIT)),
                wanted.extensions(),
                limit);
    }
}
