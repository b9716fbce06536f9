package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.OldCertificates;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes, once an hour, the files of certificates that no generation of NGINX names. */
@ApplicationScoped
class CertificateUpkeep implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(CertificateUpkeep.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final OldCertificates old;
    private final SiteRegistry sites;
    private Thread watch = Thread.ofVirtual().unstarted(() -> {});

    CertificateUpkeep(OldCertificates old, SiteRegistry sites) {
        this.old = old;
        this.sites = sites;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        watch = Thread.ofVirtual().name("certificate-upkeep").start(() -> watch(permit));
    }

    @Override
    public void end() {
        watch.interrupt();
    }

    private void watch(Permit permit) {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                remove(permit);
            }
        } catch (InterruptedException | RunInterrupted | PermitLost e) {
            LOG.debugf("Old certificates are no longer removed: %s", e.getMessage());
        }
    }

    private void remove(Permit permit) {
        try {
            int removed = old.remove(sites.namedCertificates(), permit);
            if (removed > 0) {
                LOG.infof("Removed %d old certificate(s)", removed);
            }
        } catch (RunInterrupted | PermitLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Old certificates could not be removed");
        }
    }
}
