package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Lets the manager of a tenant's server check it now. Blocks. */
@ApplicationScoped
class HealthCheckNow implements OwnerAnswer<HealthCheckNow.Asked, HealthCheckNow.Done> {
    private static final OwnerQuestion<Asked, Done> QUESTION =
            new OwnerQuestion<>("tenant.health-check", Asked.class, Done.class, Duration.ofSeconds(45));

    private final HealthDuty duty;
    private final OwnerClient owner;

    HealthCheckNow(HealthDuty duty, OwnerClient owner) {
        this.duty = duty;
        this.owner = owner;
    }

    record Asked(UUID tenant) {}

    record Done(boolean isChecked) {}

    /** @throws ProblemException {@link HealthProblem#NOT_CHECKED} if the tenant does not serve */
    void of(TenantSnapshot tenant) {
        if (!owner.ask(tenant.server(), QUESTION, new Asked(tenant.id())).isChecked()) {
            throw new ProblemException(
                    HealthProblem.NOT_CHECKED,
                    "Only tenants that serve are checked; " + tenant.slug() + " is "
                            + tenant.status().id());
        }
    }

    @Override
    public OwnerQuestion<Asked, Done> question() {
        return QUESTION;
    }

    @Override
    public Done answer(Asked asked) {
        return new Done(duty.checkNow(asked.tenant()));
    }
}
