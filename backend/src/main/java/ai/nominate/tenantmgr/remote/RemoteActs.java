package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets an application act. The audit log has an entry before, so that nothing is done unseen when a manager ends on the way, and one
 * with the outcome. Blocks.
 */
@ApplicationScoped
class RemoteActs {
    private final Applications applications;
    private final OwnerClient owner;
    private final Audit audit;

    RemoteActs(Applications applications, OwnerClient owner, Audit audit) {
        this.applications = applications;
        this.owner = owner;
        this.audit = audit;
    }

    /** @param action the id of an action of the manifest; null for a backup */
    Told act(TenantSnapshot tenant, Wanted wanted, String action, Actor actor) {
        Offer offer = applications
                .offer(tenant)
                .orElseThrow(() -> RemoteProblem.NOT_SERVING.because("Deploy the tenant first"));
        Offer.Line line = offer.line(wanted, action);
        Map<String, Object> begun =
                new LinkedHashMap<>(Map.of("state", "begun", "request", line.method() + " " + line.path()));
        if (action != null) {
            begun.put("action", action);
        }
        record(tenant, wanted, actor, begun, Map.of());
        try {
            Told told = owner.ask(
                    tenant.server(), RemoteOwner.QUESTION, new RemoteOwner.Asked(tenant.id(), wanted, action));
            record(
                    tenant,
                    wanted,
                    actor,
                    begun,
                    Map.of("state", "done", "status", told.status(), "bytes", told.bytes()));
            return told;
        } catch (ProblemException e) {
            record(
                    tenant,
                    wanted,
                    actor,
                    begun,
                    Map.of("state", "failed", "code", e.problem().code()));
            throw e;
        }
    }

    private void record(
            TenantSnapshot tenant, Wanted wanted, Actor actor, Map<String, Object> begun, Map<String, Object> outcome) {
        Map<String, Object> state = new LinkedHashMap<>(begun);
        state.putAll(outcome);
        String name = wanted == Wanted.BACKUP ? "tenant.remote-backup" : "tenant.remote-action";
        Reactive.transaction(
                () -> audit.record(actor, Change.created(name, tenant.slug().value(), tenant.id(), state)));
    }
}
