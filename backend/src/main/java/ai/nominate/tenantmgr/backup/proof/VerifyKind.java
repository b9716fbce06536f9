package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.BackupKeyFile;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Proves a backup, beside whatever else its tenant does. Only few proofs go on at a time. */
@Singleton
class VerifyKind implements RunKind<ProofContext> {
    static final String ID = "verify";

    private final ProofFiles files;
    private final ProofRecord record;
    private final BackupKeyFile keys;
    private final Pipeline<ProofContext> pipeline;

    VerifyKind(
            ProofFiles files,
            ProofRecord record,
            BackupKeyFile keys,
            OpenBundle openBundle,
            RestoreDatabase restoreDatabase,
            BootTenant bootTenant,
            RemoveCopy removeCopy) {
        this.files = files;
        this.record = record;
        this.keys = keys;
        this.pipeline = new Pipeline<ProofContext>()
                .then(openBundle)
                .then(restoreDatabase)
                .then(bootTenant)
                .then(removeCopy);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public Pipeline<ProofContext> pipeline() {
        return pipeline;
    }

    @Override
    public ProofContext context(RunContext run) {
        ProofRow row = Reactive.transaction(() -> ProofRow.<ProofRow>findById(run.run()));
        return new ProofContext(
                run,
                row.backupId,
                files.directory(run.run()),
                ProofFacts.read(files.directory(run.run())),
                keys.keys().signing());
    }

    @Override
    public String successMessage() {
        return "The backup is proven: the tenant was restored from it, started, and is well";
    }

    @Override
    public Uni<?> end(ProofContext context, RunOutcome outcome) {
        return record.end(context, outcome);
    }
}
