package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.ConfigChanged;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells the manager of a tenant's server of a new configuration, so that the live slot's environment is up to date. */
@ApplicationScoped
class ConfigurationWatch implements OwnerAnswer<ConfigurationWatch.Changed, ConfigurationWatch.Written> {
    private static final Logger LOG = Logger.getLogger(ConfigurationWatch.class);
    private static final OwnerQuestion<Changed, Written> QUESTION =
            new OwnerQuestion<>("tenant.configuration", Changed.class, Written.class, OwnerQuestion.QUICKLY);

    private final TenantRegistry tenants;
    private final LiveSlot slot;
    private final OwnerClient owner;

    ConfigurationWatch(TenantRegistry tenants, LiveSlot slot, OwnerClient owner) {
        this.tenants = tenants;
        this.slot = slot;
        this.owner = owner;
    }

    record Changed(UUID tenant) {}

    record Written(UUID tenant) {}

    /** A manager that is away writes the environment when the services are started: that always writes first. */
    void onChange(@Observes ConfigChanged change) {
        UUID id = change.tenant();
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(id)));
        try {
            owner.ask(tenant.server(), QUESTION, new Changed(id));
        } catch (ProblemException e) {
            LOG.infof("The environment of tenant %s waits for its next start: %s", id, e.getMessage());
        }
    }

    @Override
    public OwnerQuestion<Changed, Written> question() {
        return QUESTION;
    }

    @Override
    public Written answer(Changed change) {
        slot.refresh(change.tenant());
        return new Written(change.tenant());
    }
}
