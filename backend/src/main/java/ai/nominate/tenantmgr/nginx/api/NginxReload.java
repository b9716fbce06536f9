package ai.nominate.tenantmgr.nginx.api;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.NginxSites;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The manager of the server tests and reloads NGINX, while it holds the lease. */
@ApplicationScoped
class NginxReload implements OwnerAnswer<NginxReload.Asked, NginxReload.Done>, ServerDuty {
    static final OwnerQuestion<Asked, Done> QUESTION =
            new OwnerQuestion<>("nginx.reload", Asked.class, Done.class, Duration.ofSeconds(60));

    private final NginxSites sites;
    private volatile Permit permit;

    NginxReload(NginxSites sites) {
        this.sites = sites;
    }

    record Asked() {}

    record Done(long generation) {}

    @Override
    public DutyPhase phase() {
        return DutyPhase.NGINX;
    }

    @Override
    public void begin(Permit held) {
        permit = held;
    }

    @Override
    public void end() {
        permit = null;
    }

    @Override
    public OwnerQuestion<Asked, Done> question() {
        return QUESTION;
    }

    @Override
    public Done answer(Asked asked) {
        Permit held = permit;
        if (held == null) {
            throw new PermitLost("this manager does not hold the lease of its server");
        }
        return switch (sites.reload(held)) {
            case ApplyResult.Changed changed -> new Done(changed.generation());
            case ApplyResult.Unchanged unchanged -> new Done(unchanged.generation());
            case ApplyResult.Refused refused -> throw problem(refused);
        };
    }

    /** The file and its line are the name of the field: {@code hosts.map:12}. */
    private static ProblemException problem(ApplyResult.Refused refused) {
        return refused.file().isEmpty()
                ? new ProblemException(NginxProblem.REFUSED, refused.reason())
                : new ProblemException(
                                NginxProblem.REFUSED,
                                refused.file() + ", line " + refused.line() + ": " + refused.reason())
                        .withError(refused.file() + ":" + refused.line(), refused.reason());
    }
}
