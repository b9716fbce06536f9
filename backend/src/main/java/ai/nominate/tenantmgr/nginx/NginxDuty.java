package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Starts or adopts NGINX, and starts it again within seconds if its master ends. What was changed while NGINX or the manager was away
 * takes effect here, too.
 */
@ApplicationScoped
class NginxDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(NginxDuty.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final SiteRegistry registry;
    private final PublicProbe probe;
    private final NginxProcess nginx;
    private Thread watch = Thread.ofVirtual().unstarted(() -> {});

    NginxDuty(SiteRegistry registry, PublicProbe probe, NginxProcess nginx) {
        this.registry = registry;
        this.probe = probe;
        this.nginx = nginx;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.NGINX;
    }

    @Override
    public void begin(Permit permit) {
        probe.forgetToken();
        serve(permit);
        watch = Thread.ofVirtual().name("nginx-watch").start(() -> watch(permit));
    }

    @Override
    public void end() {
        watch.interrupt();
    }

    private void watch(Permit permit) {
        Duration pause = LOOK;
        try {
            while (true) {
                Thread.sleep(pause);
                pause = nginx.running() || startAgain(permit) ? LOOK : longer(pause);
            }
        } catch (InterruptedException | RunInterrupted | PermitLost e) {
            LOG.debugf("NGINX is no longer watched: %s", e.getMessage());
        }
    }

    private boolean startAgain(Permit permit) {
        LOG.warn("NGINX's master process has ended; it is started again");
        try {
            serve(permit);
        } catch (RunInterrupted | PermitLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "NGINX could not be started again");
        }
        return nginx.running();
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private void serve(Permit permit) {
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
