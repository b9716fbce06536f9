package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.manifest.DatabaseSpec;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Finds the rollback target of a tenant. A target is a deployment that succeeded: its release together with its configuration
 * version. A slot need not still hold them, so a later failed deployment does not remove a target.
 */
@ApplicationScoped
class Rollbacks {
    private final DeploymentQueue queue;
    private final Runs runs;
    private final Releases releases;

    Rollbacks(DeploymentQueue queue, Runs runs, Releases releases) {
        this.queue = queue;
        this.runs = runs;
        this.releases = releases;
    }

    Uni<AcceptedDeployment> rollback(String tenant, RollbackRequest request, Actor actor) {
        Fields fields = new Fields();
        UUID wanted = request == null ? null : fields.optional("deploymentId", request.deploymentId(), Rollbacks::id);
        fields.throwIfInvalid();
        boolean restoreTheme = request != null && Boolean.TRUE.equals(request.restoreTheme());
        return queue.accept(
                tenant,
                actor,
                found -> target(found, wanted)
                        .map(target -> NewDeployment.rollback(target.id, restoreTheme, target.releaseId)));
    }

    private Uni<Deployment> target(TenantSnapshot tenant, UUID wanted) {
        return history(tenant.id()).flatMap(history -> {
            RollbackTargets targets = new RollbackTargets(tenant, history);
            Deployment target = wanted == null ? targets.before() : targets.named(wanted);
            return notAcross(target, history.subList(0, history.indexOf(target)))
                    .flatMap(done -> releases.isAvailable(target.releaseId))
                    .invoke(obtainable -> {
                        if (!obtainable) {
                            throw refusal("Release " + target.releaseId
                                    + " was removed and cannot be rebuilt, because its source is a directory");
                        }
                    })
                    .replaceWith(target);
        });
    }

    /** The deployments that succeeded, the newest first. */
    private Uni<List<Deployment>> history(UUID tenant) {
        return runs.succeeded(tenant, DeploymentKind.OF_RELEASES).flatMap(succeeded -> {
            List<UUID> ids = succeeded.stream().map(RunSnapshot::id).toList();
            return Deployment.<Deployment>list("id in ?1", ids)
                    .map(rows -> rows.stream()
                            .sorted(Comparator.comparing(row -> ids.indexOf(row.id)))
                            .toList());
        });
    }

    /** Refuses a target that is older than another release with a breaking migration. */
    private Uni<Void> notAcross(Deployment target, List<Deployment> later) {
        return Multi.createFrom()
                .iterable(later.stream()
                        .map(row -> row.releaseId)
                        .filter(release -> !release.equals(target.releaseId))
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(releases::find)
                .invoke(release -> {
                    if (release.manifest()
                            .database()
                            .filter(DatabaseSpec::breaking)
                            .isPresent()) {
                        throw new ProblemException(
                                DeploymentProblem.BREAKING,
                                "Release " + release.id()
                                        + " migrated the database in a way that is incompatible with earlier releases");
                    }
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new InvalidValue("must be a deployment id");
        }
        return UUID.fromString(text);
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(DeploymentProblem.NO_TARGET, why);
    }
}
