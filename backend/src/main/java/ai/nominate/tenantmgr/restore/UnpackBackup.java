package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
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
        Path restored = files.restored(slug, context.run());
        if (bundle.files().isEmpty() || files.needStaging() && bundle.manifest().files() == 0) {
            // they could not be read when it was taken: nothing takes the place of those that are there
            SafeFiles.deleteTree(restored, context.permit());
            return new StepResult.Done(
                    "Signature, sizes and hashes are right. The backup has no files: those of the tenant stay");
        }
        SafeFiles.directory(restored, "rwx------"); // empty, if it was then
        if (files.needStaging()) {
            try {
                files.stage(slug, context.scope());
            } catch (IOException e) {
                return new StepResult.Failed(RestoreProblem.FILES_NOT_WRITTEN, e.getMessage());
            }
        }
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
