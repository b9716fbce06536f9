package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Gives a site a new certificate while it serves. May run beside a deployment: both choose among the same certificates by the same
 * rule. What fails leaves the earlier certificate in its place.
 */
@Singleton
class RenewalKind implements RunKind<RenewalContext> {
    static final String ID = "renewal";

    private final SiteRegistry sites;
    private final Pipeline<RenewalContext> pipeline;

    RenewalKind(SiteRegistry sites, RenewCertificate renew, ServeCertificate serve, CheckServed check) {
        this.sites = sites;
        pipeline = new Pipeline<RenewalContext>().then(renew).then(serve).then(check);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public Pipeline<RenewalContext> pipeline() {
        return pipeline;
    }

    @Override
    public RenewalContext context(RunContext run) {
        return new RenewalContext(run, () -> sites.hosts(run.subject().id()));
    }

    @Override
    public String successMessage() {
        return "The site is served with its certificate";
    }

    @Override
    public Uni<?> end(RenewalContext context, RunOutcome outcome) {
        return Uni.createFrom().voidItem();
    }
}
