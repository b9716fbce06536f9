package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows the maintenance page to all visitors. */
@ApplicationScoped
public class CloseSite implements Step<DeploymentContext> {
    private final LiveMarkers markers;

    CloseSite(LiveMarkers markers) {
        this.markers = markers;
    }

    @Override
    public String id() {
        return "close-site";
    }

    @Override
    public String title() {
        return "Maintenance page";
    }

    @Override
    public int usualMs() {
        return 20;
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
