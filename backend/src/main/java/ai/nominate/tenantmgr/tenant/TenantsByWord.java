package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.web.KnownTenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TenantsByWord implements KnownTenants {
    private final TenantRegistry tenants;

    TenantsByWord(TenantRegistry tenants) {
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
