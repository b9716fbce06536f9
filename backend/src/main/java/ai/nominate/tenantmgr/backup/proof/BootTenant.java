package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootAnswer;
import ai.nominate.tenantmgr.backup.boot.BootPlan;
import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.database.DatabaseLogin;
import ai.nominate.tenantmgr.database.ScratchDatabases;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Starts the tenant from its backup: copies of its files, its scratch database, its configuration and its release, apart from
 * everything. Without workers, scheduled or other commands.
 */
@Singleton
class BootTenant extends ProofStep {
    private final ProvenBackups backups;
    private final ProvenRelease releases;
    private final ScratchDatabases scratch;
    private final SlotEnvironment environments;
    private final TenantAddress address;
    private final CopyBoot boot;
    private final OwnServer server;

    BootTenant(
            ProvenBackups backups,
            ProvenRelease releases,
            ScratchDatabases scratch,
            SlotEnvironment environments,
            TenantAddress address,
            CopyBoot boot,
            OwnServer server) {
        super("boot", "Start", 6_000);
        this.backups = backups;
        this.releases = releases;
        this.scratch = scratch;
        this.environments = environments;
        this.address = address;
        this.boot = boot;
        this.server = server;
    }

    @Override
    StepResult prove(ProofContext context) throws IOException {
        UnpackedBundle bundle = backups.unpacked(context);
        Release release = releases.of(bundle.manifest(), context.scope());
        RestoredTenant restored = RestoredTenant.of(bundle)
                .orElseThrow(() -> new ProblemException(ProofProblem.UNTRIED, "The backup has no configuration"));
        TenantSnapshot tenant = restored.snapshot(server.id(), release.manifest());
        PinnedConfig config = restored.configuration();
        config.secret().values().forEach(context::mask);
        context.mask(config.adminPassword());
        Optional<DatabaseLogin> database = release.manifest().database().map(wanted -> database(context, bundle));
        TenantCopy copy = new TenantCopy(tenant, release, context.directory());
        copy.take(bundle.files()
                .orElseThrow(() -> new ProblemException(
                        ProofProblem.UNTRIED, "The backup was taken without the files of the tenant")));
        SortedMap<EnvKey, String> environment =
                environments.of(tenant, release, config, database.map(BootTenant::url), copy.files());
        copy.render(environment, context.permit());
        BootPlan plan = new CopyPlan(copy, address.url(tenant), environment, releases.patience()).plan();
        BootAnswer answer = boot.run(copy, plan, database, context.scope());
        answer.healthy().forEach(context::say);
        context.facts().reached(Level.L3);
        context.facts().put("services", Integer.toString(answer.healthy().size()));
        answer.persons().ifPresent(count -> context.facts().put("persons", Long.toString(count)));
        return new StepResult.Done("Release " + release.id() + " started from the backup: "
                + answer.healthy().size() + " service(s) healthy"
                + (answer.persons().isPresent() ? ", " + answer.persons().getAsLong() + " person(s)" : ""));
    }

    private DatabaseLogin database(ProofContext context, UnpackedBundle bundle) {
        if (bundle.database().isEmpty()) {
            throw new ProblemException(
                    ProofProblem.UNTRIED, "The release needs a database, and the backup was taken without one");
        }
        DatabaseLogin login = scratch.open(context.run(), context.permit());
        context.mask(login.password());
        return login;
    }

    private static Secret url(DatabaseLogin login) {
        return login.url("127.0.0.1", BootPlan.DATABASE_PORT);
    }
}
