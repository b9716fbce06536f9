package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.OldCertificates;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.server.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes, once an hour, the files of certificates that no generation of NGINX names. */
@ApplicationScoped
class OldCertificateRemoval implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(OldCertificateRemoval.class);

    private final OldCertificates old;
    private final SiteRegistry sites;
    private final Watch watch = new Watch("old-certificate-watch", Duration.ofHours(1), this::remove);

    OldCertificateRemoval(OldCertificates old, SiteRegistry sites) {
        this.old = old;
        this.sites = sites;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        watch.begin(permit);
    }

    @Override
    public void end() {
        watch.end();
    }

    private void remove(Permit permit) {
        int removed = old.remove(sites.namedCertificates(), permit);
        if (removed > 0) {
            LOG.infof("Removed %d old certificate(s)", removed);
        }
    }
}
