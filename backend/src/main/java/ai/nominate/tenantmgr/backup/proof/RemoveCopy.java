package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.database.ScratchDatabases;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;

/** Removes the copy: its database, its role and its files. */
@Singleton
class RemoveCopy extends ProofStep {
    private final ScratchDatabases scratch;
    private final ProofFiles files;

    RemoveCopy(ScratchDatabases scratch, ProofFiles files) {
        super("remove-copy", "Clean-up", 300);
        this.scratch = scratch;
        this.files = files;
    }

    @Override
    StepResult prove(ProofContext context) {
        scratch.drop(context.run(), context.permit());
        files.remove(context.run(), context.permit());
        return new StepResult.Done("Scratch database and copied files removed");
    }
}
