package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.control.TenantUpdates;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Changes a tenant of this manager's own server: new names need NGINX and a certificate. */
@ApplicationScoped
class TenantChangeAnswer implements OwnerAnswer<TenantChangeOrder, TenantChangeAnswer.Changed> {
    static final OwnerQuestion<TenantChangeOrder, Changed> QUESTION =
            new OwnerQuestion<>("tenant.change", TenantChangeOrder.class, Changed.class, Duration.ofSeconds(60));

    private final TenantUpdates updates;

    TenantChangeAnswer(TenantUpdates updates) {
        this.updates = updates;
    }

    record Changed(String tenant) {}

    @Override
    public OwnerQuestion<TenantChangeOrder, Changed> question() {
        return QUESTION;
    }

    @Override
    public Changed answer(TenantChangeOrder order) {
        updates.change(order.tenant(), order.request().checked(), IfMatch.of(order.ifMatch()), order.actor());
        return new Changed(order.tenant());
    }
}
