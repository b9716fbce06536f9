package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.web.TenantLookup;


import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TenantIdLookup implements TenantLookup {
    private final TenantRegistry tenants;

    TenantIdLookup(TenantRegistry tenants) {
        this.tenants = tenants;
    }

    @Override
    public Uni<UUID> find(String idOrSlug, Actor actor) {
        return tenants.get(idOrSlug, actor)
                .map(TenantSnapshot::id)
                .onFailure(e -> e instanceof ProblemException refusal && refusal.problem() == TenantProblem.UNKNOWN)
                .recoverWithNull();
    }
}
