package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows the maintenance page to all visitors. */
@Singleton
public class CloseSite extends NamedStep<DeploymentContext> {
    private final LiveMarkers markers;

    CloseSite(LiveMarkers markers) {
        super("close-site", "Maintenance page", 20);
        this.markers = markers;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        LiveRelease.live(context.tenant());
        markers.down(context.tenant().slug(), context.permit());
        return new StepResult.Done("Visitors get the maintenance page");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        markers.up(context.tenant().slug(), context.permit());
        return Optional.of("The site is open again");
    }
}
