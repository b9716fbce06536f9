package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.database.DatabaseLogin;
import ai.nominate.tenantmgr.database.DatabaseProblem;
import ai.nominate.tenantmgr.database.DumpRestore;
import ai.nominate.tenantmgr.database.RowCounts;
import ai.nominate.tenantmgr.database.ScratchDatabases;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Restores the database into one of its own, as a role that may do nothing else, and counts the rows of every table. */
@Singleton
class RestoreDatabase extends ProofStep {
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final Duration COUNT_LIMIT = Duration.ofMinutes(10);

    private final ProvenBackups backups;
    private final ScratchDatabases scratch;
    private final DumpRestore restore;
    private final RowCounts counts;

    RestoreDatabase(ProvenBackups backups, ScratchDatabases scratch, DumpRestore restore, RowCounts counts) {
        super("restore-database", "Database", 2_500);
        this.backups = backups;
        this.scratch = scratch;
        this.restore = restore;
        this.counts = counts;
    }

    @Override
    StepResult prove(ProofContext context) throws IOException {
        UnpackedBundle bundle = backups.unpacked(context);
        if (bundle.database().isEmpty()) {
            context.facts().reached(Level.L2);
            return new StepResult.Skipped("The backup has no database");
        }
        DatabaseLogin login = scratch.make(context.run(), context.permit());
        context.mask(login.password());
        long start = System.nanoTime();
        try {
            restore.restore(
                    new TenantSlug(context.subject().name()),
                    login,
                    bundle.database().get(),
                    LIMIT,
                    context.scope());
        } catch (ProblemException e) {
            if (e.problem() != DatabaseProblem.BACKUP_FAILED) {
                throw e;
            }
            return new StepResult.Failed(ProofProblem.NOT_RESTORED, e.getMessage(), e.lastLines(), true);
        }
        context.facts().took((System.nanoTime() - start) / 1_000_000);
        var wanted = bundle.manifest().rowCounts();
        List<String> differences = counts.differences(login, wanted, COUNT_LIMIT);
        if (!differences.isEmpty()) {
            return new StepResult.Failed(
                    ProofProblem.ROWS_DIFFER, differences.getFirst() + more(differences), differences);
        }
        context.facts().put("tables", Integer.toString(wanted.size()));
        context.facts().put("rows", Long.toString(bundle.manifest().rows()));
        context.facts().reached(Level.L2);
        return new StepResult.Done("Restored; all " + wanted.size() + " table(s) have the rows of the manifest, "
                + bundle.manifest().rows() + " in all");
    }

    private static String more(List<String> differences) {
        return differences.size() == 1 ? "" : ", and " + (differences.size() - 1) + " more table(s) differ";
    }

    @Override
    public Optional<String> undo(ProofContext context) {
        scratch.drop(context.run(), context.permit());
        return Optional.of("Scratch database dropped");
    }
}
