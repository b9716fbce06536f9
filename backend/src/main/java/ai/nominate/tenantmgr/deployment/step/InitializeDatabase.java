package ai.nominate.tenantmgr.deployment.step;

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
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the tenant's database on the first run; runs the release's migration on every run. Never drops a database under its final name. */
@ApplicationScoped
public class InitializeDatabase implements Step<DeploymentContext> {
    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final TenantDatabases databases;
    private final SlotConnections slotConnections;
    private final TenantFiles files;
    private final Supervisor supervisor;
    private final TaskLimits limits;
    private final Settings settings;

    InitializeDatabase(
            SlotRelease releases,
            SlotEnvironment environments,
            TenantDatabases databases,
            SlotConnections slotConnections,
            TenantFiles files,
            Supervisor supervisor,
            TaskLimits limits,
            Settings settings) {
        this.releases = releases;
        this.environments = environments;
        this.databases = databases;
        this.slotConnections = slotConnections;
        this.files = files;
        this.supervisor = supervisor;
        this.limits = limits;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "initialize-database";
    }

    @Override
    public String title() {
        return "Database";
    }

    @Override
    public int usualMs() {
        return 900;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        Release release = releases.of(context.pinned().release());
        Optional<DatabaseSpec> wanted = release.manifest().database();
        if (wanted.isEmpty()) {
            return new StepResult.Skipped("The application declares no database");
        }
        TenantSnapshot tenant = context.tenant();
        boolean made = false;
        if (!databases.exists(tenant)) {
            databases.create(tenant, content(release, wanted.get()), context.permit());
            context.say("Created the tenant's database");
            made = true;
        } else {
            databases.extend(tenant, wanted.get().extensions(), context.permit());
        }
        slotConnections.allow(context, release);
        String first = made ? "Database created" : "Database exists";
        return wanted.get()
                .migrate()
                .map(argv -> migrate(context, release, argv, first))
                .orElseGet(() -> new StepResult.Done(first));
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        if (context.pinned().release() == null) {
            return Optional.empty();
        }
        databases.dropUnfinished(context.tenant(), context.permit());
        return Optional.empty();
    }

    private StepResult migrate(DeploymentContext context, Release release, List<String> argv, String first) {
        Map<String, String> environment = new HashMap<>();
        SlotVariables variables =
                environments.of(context.tenant(), release, context.pinned().configVersion());
        variables.secrets().forEach(context::mask);
        variables.values().forEach((key, value) -> environment.put(key.value(), value));
        TenantSlug slug = context.tenant().slug();
        Duration limit = Reactive.await(() -> settings.get(DeploymentSettings.MIGRATE_TIMEOUT));
        Task task = new Task(
                new Task.Owner.OfTenant(slug),
                Task.Purpose.MIGRATE,
                variables.fill(argv),
                files.release(slug, context.pinned().slot()),
                environment,
                limits.of(Task.Purpose.MIGRATE, limit));
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

    private NewDatabase content(Release release, DatabaseSpec wanted) {
        Duration limit = Reactive.await(() -> settings.get(DeploymentSettings.MIGRATE_TIMEOUT));
        return new NewDatabase(
                wanted.init().map(file -> ReleaseFile.read(release.directory(), file, "database.init")),
                wanted.extensions(),
                limit);
    }
}
