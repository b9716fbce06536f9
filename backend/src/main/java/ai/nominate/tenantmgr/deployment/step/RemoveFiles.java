package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Removes the tenant's own files, or moves them to a path that no later tenant uses. */
@Singleton
public class RemoveFiles extends NamedStep<DeploymentContext> {
    private final TenantFiles files;

    RemoveFiles(TenantFiles files) {
        super("remove-files", "Remove files", 50);
        this.files = files;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSlug slug = context.tenant().slug();
        context.permit().check();
        if (context.order().removeFiles()) {
            files.remove(slug, context.permit());
            return new StepResult.Done("Files removed");
        }
        Optional<Path> place = files.archive(slug, context.run());
        files.remove(slug, context.permit());
        return place.<StepResult>map(kept -> new StepResult.Done("Files kept in " + kept))
                .orElseGet(() -> new StepResult.Done("The tenant had no files of its own"));
    }
}
