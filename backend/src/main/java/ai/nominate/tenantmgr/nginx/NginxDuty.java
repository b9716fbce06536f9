package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Starts or adopts NGINX. What was changed while NGINX or the manager was away takes effect here, too. */
@ApplicationScoped
class NginxDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(NginxDuty.class);
    private final SiteRegistry registry;
    private final PublicProbe probe;

    NginxDuty(SiteRegistry registry, PublicProbe probe) {
        this.registry = registry;
        this.probe = probe;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.NGINX;
    }

    @Override
    public void begin(Permit permit) {
        probe.forgetToken();
        switch (registry.apply(permit)) {
            case ApplyResult.Changed changed -> LOG.infof("NGINX serves generation %d", changed.generation());
            case ApplyResult.Unchanged unchanged -> LOG.infof("NGINX serves generation %d", unchanged.generation());
            case ApplyResult.Refused refused ->
                LOG.errorf(
                        "NGINX does not serve the current generation: %s %s:%d",
                        refused.reason(), refused.file(), refused.line());
        }
    }
}
