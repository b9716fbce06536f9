package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;


import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Has the services of a tenant started and stopped by the manager of its server. Blocks. */
@ApplicationScoped
class ServiceOrders implements OwnerAnswer<ServiceOrder, ServicesReport> {
    /** Longer than a stop and a start may take. */
    private static final OwnerQuestion<ServiceOrder, ServicesReport> QUESTION =
            new OwnerQuestion<>("tenant.control", ServiceOrder.class, ServicesReport.class, Duration.ofMinutes(10));

    private final TenantRegistry tenants;
    private final ServiceControl control;
    private final OwnerClient owner;

    ServiceOrders(TenantRegistry tenants, ServiceControl control, OwnerClient owner) {
        this.tenants = tenants;
        this.control = control;
        this.owner = owner;
    }

    ServicesReport start(String tenant, Actor actor) {
        return order(ServiceOrder.Verb.START, tenant, actor);
    }

    ServicesReport stop(String tenant, Actor actor) {
        return order(ServiceOrder.Verb.STOP, tenant, actor);
    }

    ServicesReport restart(String tenant, Actor actor) {
        return order(ServiceOrder.Verb.RESTART, tenant, actor);
    }

    private ServicesReport order(ServiceOrder.Verb verb, String id, Actor actor) {
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(id, actor)));
        return owner.ask(tenant.server(), QUESTION, new ServiceOrder(verb, id, actor));
    }

    @Override
    public OwnerQuestion<ServiceOrder, ServicesReport> question() {
        return QUESTION;
    }

    @Override
    public ServicesReport answer(ServiceOrder order) {
        return switch (order.verb()) {
            case START -> control.start(order.tenant(), order.actor());
            case STOP -> control.stop(order.tenant(), order.actor());
            case RESTART -> control.restart(order.tenant(), order.actor());
        };
    }
}
