package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks the whole backup and unpacks it beside the tenant's files. */
@Singleton
class UnpackBackup extends RestoreStep {
    private final RestoredBackup backup;
    private final RestoreFiles files;

    UnpackBackup(RestoredBackup backup, RestoreFiles files) {
        super("open-bundle", "Backup", 1_500);
        this.backup = backup;
        this.files = files;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSlug slug = context.tenant().slug();
        SafeFiles.deleteTree(files.bundle(slug, context.run()), context.permit()); // half of it may be there
        UnpackedBundle bundle = backup.unpacked(context);
        if (bundle.files().isEmpty()) { // they could not be read: nothing takes the place of those that are there
            return new StepResult.Done(
                    "Signature, sizes and hashes are right. The backup was taken without files: those of the tenant stay");
        }
        SafeFiles.directory(files.storage(slug, context.run()).restored(), "rwx------"); // empty, if it was then
        return new StepResult.Done(
                "Signature, sizes and hashes are right; " + bundle.manifest().files() + " file(s) unpacked");
    }

    /** After the swap was undone, so that nothing of the tenant is in it. */
    @Override
    public Optional<String> undo(DeploymentContext context) {
        files.remove(context.tenant().slug(), context.run(), context.permit());
        return Optional.of("Unpacked files removed");
    }
}
