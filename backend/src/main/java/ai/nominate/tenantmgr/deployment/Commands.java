package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lists the one-off commands of a tenant's live release, and queues runs of them. */
@ApplicationScoped
class Commands {
    private final TenantRegistry tenants;
    private final Releases releases;
    private final Runs runs;
    private final Audit audit;

    Commands(TenantRegistry tenants, Releases releases, Runs runs, Audit audit) {
        this.tenants = tenants;
        this.releases = releases;
        this.runs = runs;
        this.audit = audit;
    }

    /** Empty for a tenant that was never deployed. */
    Uni<PageView<CommandView>> list(String tenant, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                .flatMap(found -> found.live().isEmpty()
                        ? Uni.createFrom().item(List.<CommandView>of())
                        : live(found).map(Commands::views))
                .map(views -> PageView.of(views, new PageRequest(0, Math.max(1, views.size())), views.size())));
    }

    private static List<CommandView> views(Release release) {
        return release.manifest().commands().entrySet().stream()
                .map(command -> new CommandView(command.getKey(), command.getValue()))
                .toList();
    }

    /** @throws ProblemException {@link DeploymentProblem#COMMAND_UNKNOWN} if the live release has no such command */
    Uni<AcceptedDeployment> run(String tenant, String command, Actor actor) {
        return Panache.withTransaction(() -> tenants.get(tenant, actor)
                        .invoke(Commands::requireLive)
                        .flatMap(found -> live(found).flatMap(release -> {
                            if (!release.manifest().commands().containsKey(command)) {
                                throw new ProblemException(
                                        DeploymentProblem.COMMAND_UNKNOWN,
                                        "List the commands of the live release with GET /api/tenants/{id}/commands");
                            }
                            return queue(found, release, command, actor);
                        })))
                .invoke(accepted -> runs.wake());
    }

    private static void requireLive(TenantSnapshot tenant) {
        if (tenant.live().isEmpty()) {
            throw new ProblemException(DeploymentProblem.NEVER_DEPLOYED, "Deploy the tenant first");
        }
        if (tenant.status() == TenantStatus.DELETING) {
            throw new ProblemException(TenantProblem.WRONG_STATE, "The tenant is being deleted");
        }
    }

    private Uni<Release> live(TenantSnapshot tenant) {
        return releases.find(tenant.slot(tenant.live().orElseThrow()).release().orElseThrow());
    }

    private Uni<AcceptedDeployment> queue(TenantSnapshot tenant, Release release, String command, Actor actor) {
        Deployment row = new Deployment();
        row.id = Uuid7.next();
        row.tenantStatusBefore = tenant.status().id();
        row.releaseId = release.id(); // not pruned while the command runs
        row.change = command;
        RunSubject subject = new RunSubject(tenant.id(), tenant.slug().value());
        Map<String, Object> what = Map.of("deploymentId", row.id.toString(), "command", command);
        return runs.queue(new NewRun(row.id, CommandKind.ID, tenant.server(), subject, actor, null))
                .flatMap(done -> row.persist())
                .flatMap(done -> audit.record(
                        actor, Change.created("tenant.command", tenant.slug().value(), tenant.id(), what)))
                .replaceWith(new AcceptedDeployment(row.id));
    }
}
