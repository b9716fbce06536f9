package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.deployment.AcceptedDeployment;
import ai.nominate.tenantmgr.deployment.DeploymentQueue;
import ai.nominate.tenantmgr.deployment.NewDeployment;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Queues the runs that start, stop and restart the services of a tenant's live release. */
@ApplicationScoped
class ServiceRuns {
    private final DeploymentQueue queue;
    private final Releases releases;
    private final Configs configs;

    ServiceRuns(DeploymentQueue queue, Releases releases, Configs configs) {
        this.queue = queue;
        this.releases = releases;
        this.configs = configs;
    }

    Uni<AcceptedDeployment> start(String tenant, Actor actor) {
        return queue.accept(tenant, actor, found -> {
            String release = release(found);
            require(found, Set.of(TenantStatus.STOPPED), "started");
            return Uni.createFrom().item(NewDeployment.ofServices(StartKind.ID, release));
        });
    }

    Uni<AcceptedDeployment> stop(String tenant, Actor actor) {
        return queue.accept(tenant, actor, found -> {
            String release = release(found);
            require(found, Set.of(TenantStatus.ACTIVE), "stopped");
            return Uni.createFrom().item(NewDeployment.ofServices(StopKind.ID, release));
        });
    }

    /** @throws ProblemException also if the newest configuration lacks a required value; then there is no record */
    Uni<AcceptedDeployment> restart(String tenant, Actor actor) {
        return queue.accept(tenant, actor, found -> {
            String release = release(found);
            require(found, Set.of(TenantStatus.ACTIVE, TenantStatus.STOPPED), "restarted");
            return releases.find(release)
                    .flatMap(ready -> configs.pin(found.id(), List.of(), Actor.MANAGER)
                            .invoke(config -> RequiredConfiguration.require(ready.manifest(), config)))
                    .replaceWith(NewDeployment.ofServices(RestartKind.ID, release));
        });
    }

    private static String release(TenantSnapshot tenant) {
        return tenant.live()
                .flatMap(live -> tenant.slot(live).release())
                .orElseThrow(() -> new ProblemException(DeploymentProblem.NEVER_DEPLOYED, "Deploy the tenant first"));
    }

    private static void require(TenantSnapshot tenant, Set<TenantStatus> allowed, String participle) {
        if (!allowed.contains(tenant.status())) {
            throw new ProblemException(
                    TenantProblem.WRONG_STATE,
                    "The tenant is " + tenant.status().id() + ", so it cannot be " + participle);
        }
    }
}
