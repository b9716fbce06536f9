package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;

/** Looks which backups are no longer kept, now that there is one more. */
record KeepStep(Keeping keeping) implements Step<BackupContext> {
    @Override
    public String id() {
        return "apply-retention";
    }

    @Override
    public String title() {
        return "Retention";
    }

    @Override
    public int usualMs() {
        return 20;
    }

    @Override
    public StepResult run(BackupContext context) {
        int marked = context.transaction(() -> keeping.apply(context.subject().id()));
        return new StepResult.Done(
                marked == 0
                        ? "All backups are kept"
                        : marked + " backups are no longer kept, and are removed in " + Keeping.GRACE.toHours() + " h");
    }
}
