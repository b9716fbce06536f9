package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;


import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How a tenant's services are, as the manager of its server sees it. Blocks. */
@ApplicationScoped
public class ServiceStatuses implements OwnerAnswer<ServiceStatuses.Asked, ServiceStatuses.Seen> {
    private static final OwnerQuestion<Asked, Seen> QUESTION =
            new OwnerQuestion<>("tenant.services", Asked.class, Seen.class, OwnerQuestion.QUICKLY);

    private final TenantServices services;
    private final OwnerClient owner;

    ServiceStatuses(TenantServices services, OwnerClient owner) {
        this.services = services;
        this.owner = owner;
    }

    record Asked(String slug) {}

    record Seen(List<UnitStatus> services) {}

    public List<UnitStatus> of(TenantSnapshot tenant) {
        return owner.ask(tenant.server(), QUESTION, new Asked(tenant.slug().value()))
                .services();
    }

    @Override
    public OwnerQuestion<Asked, Seen> question() {
        return QUESTION;
    }

    @Override
    public Seen answer(Asked asked) {
        return new Seen(services.statuses(new TenantSlug(asked.slug())));
    }
}
