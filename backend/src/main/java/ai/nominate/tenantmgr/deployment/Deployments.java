package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.deployment.step.CoreSource;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.release.Sources;
import ai.nominate.tenantmgr.run.CancelAnswer;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Accepts and cancels deployments. Runs execute them. */
@ApplicationScoped
public class Deployments {
    private static final int LONGEST_REASON = 500;

    private final Configs configs;
    private final CoreSource core;
    private final Sources sources;
    private final DeploymentQueue queue;
    private final Runs runs;
    private final Audit audit;
    private final OwnServer server;

    Deployments(
            Configs configs,
            CoreSource core,
            Sources sources,
            DeploymentQueue queue,
            Runs runs,
            Audit audit,
            OwnServer server) {
        this.configs = configs;
        this.core = core;
        this.sources = sources;
        this.queue = queue;
        this.runs = runs;
        this.audit = audit;
        this.server = server;
    }

    /**
     * Deploys the tenant's own ref for a program.
     *
     * @param reason one line of at most 500 characters
     * @throws ProblemException {@link DeploymentProblem#RUNNING} with the id of the active deployment
     */
    public Uni<AcceptedDeployment> deploy(String tenant, String reason, Actor actor) {
        return deploy(tenant, new DeployRequest(null, reason), actor);
    }

    /** @throws ProblemException {@link DeploymentProblem#RUNNING} with the id of the active deployment */
    Uni<AcceptedDeployment> deploy(String tenant, DeployRequest request, Actor actor) {
        DeployRequest wanted = request == null ? new DeployRequest(null, null) : request;
        Fields fields = new Fields();
        fields.optional("ref", wanted.ref(), GitRef::new);
        fields.optional("reason", wanted.reason(), Deployments::reason);
        fields.throwIfInvalid();
        return queue.accept(
                tenant,
                actor,
                found -> requireReady(found).replaceWith(NewDeployment.deploy(wanted.ref(), wanted.reason())));
    }

    /**
     * Deletes the tenant and everything the caller does not keep. A failed delete continues when it is requested again.
     */
    public Uni<AcceptedDeployment> delete(
            String tenant, boolean removeFiles, boolean removeDatabase, boolean skipBackup, Actor actor) {
        return queue.accept(
                tenant,
                actor,
                found -> Uni.createFrom().item(NewDeployment.delete(removeFiles, removeDatabase, skipBackup)));
    }

    private Uni<Void> requireReady(TenantSnapshot tenant) {
        if (tenant.server() != server.id()) {
            return Uni.createFrom().voidItem(); // its directories are not here; the preflight looks at them
        }
        return core.of(tenant)
                .flatMap(source -> configs.pin(tenant.id(), List.of(), Actor.MANAGER)
                        .invoke(config -> sources.localManifest(source)
                                .ifPresent(manifest -> RequiredConfiguration.require(manifest, config)))
                        .replaceWithVoid());
    }

    /** Requests cancellation and undo of a deployment. */
    Uni<AcceptedDeployment> cancel(String id, Actor actor) {
        return Panache.withTransaction(() -> find(id, actor)
                        .flatMap(run -> runs.cancel(run.id())
                                .invoke(answer -> require(answer, run))
                                .flatMap(done -> audit.record(
                                        actor,
                                        Change.created(
                                                "deployment.cancel",
                                                id,
                                                run.subject().id(),
                                                Map.of())))
                                .replaceWith(new AcceptedDeployment(run.id()))))
                .invoke(accepted -> runs.changed(accepted.deploymentId()));
    }

    private static void require(CancelAnswer answer, RunSnapshot run) {
        switch (answer) {
            case ACCEPTED -> {}
            case FINISHED ->
                throw new ProblemException(
                        DeploymentProblem.FINISHED,
                        "The deployment has status " + run.status().id());
            case TOO_LATE ->
                throw run.kind().equals(DeploymentKind.DELETE)
                        ? new ProblemException(DeploymentProblem.REMOVING, "Wait until it ends")
                        : new ProblemException(
                                DeploymentProblem.SWITCHED,
                                "Wait until it ends, then roll back to the earlier release");
        }
    }

    /** @throws ProblemException {@link DeploymentProblem#UNKNOWN} also if the actor has no access to its tenant */
    Uni<RunSnapshot> find(String id, Actor actor) {
        return runs.find(id, actor)
                .map(run -> run == null || !DeploymentQuery.KINDS.contains(run.kind()) ? null : run)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(DeploymentProblem.UNKNOWN, "No deployment with this id"));
    }

    private static String reason(String text) {
        if (text.length() > LONGEST_REASON || !DisplayText.isLine(text)) {
            throw new InvalidValue("must be one line of at most " + LONGEST_REASON + " characters");
        }
        return text;
    }
}
