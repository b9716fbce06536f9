package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.nginx.ProbeAnswer;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.nginx.PublicProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The first route of a tenant's site, through NGINX by the tenant's domain: any answer of this tenant that is no server error will do. */
@ApplicationScoped
class FrontendProbe implements SingleProbe {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final DomainName NOBODY = new DomainName("health.invalid");
    private static final int SERVER_ERROR = 500;

    private final PublicProbe nginx;

    FrontendProbe(PublicProbe nginx) {
        this.nginx = nginx;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.FRONTEND;
    }

    @Override
    public Outcome look(CheckTarget target) {
        String path = target.manifest().routes().firstKey();
        long begin = System.nanoTime();
        ProbeAnswer answer = nginx.askOften(target.tenant().domain(), path, ProbeTarget.LIVE, LIMIT);
        int latency = (int) ((System.nanoTime() - begin) / 1_000_000);
        String url = "https://" + target.tenant().domain() + path;
        return switch (answer) {
            case ProbeAnswer.Silent silent -> silent(url + ": " + silent.reason());
            case ProbeAnswer.Answered answered -> answered(url, answered, latency, target);
        };
    }

    /** NGINX itself decides whose fault it is: if it does not answer for a name that nobody has, it is no fault of the tenant. */
    private Outcome silent(String detail) {
        return switch (nginx.ask(NOBODY, "/", ProbeTarget.NONE, false, SHORT)) {
            case ProbeAnswer.Silent none -> Outcome.unknown("NGINX does not answer. " + detail);
            case ProbeAnswer.Answered any -> Outcome.of(Verdict.FAILED, detail);
        };
    }

    private static Outcome answered(String url, ProbeAnswer.Answered answered, int latency, CheckTarget target) {
        String slug = target.tenant().slug().value();
        boolean isOther = answered.served()
                .filter(served -> !served.tenant().equals(slug))
                .isPresent();
        if (isOther) {
            return new Outcome(
                    Verdict.FAILED,
                    latency,
                    url + " is answered by tenant " + answered.served().get().tenant());
        }
        Verdict verdict = answered.status() < SERVER_ERROR ? Verdict.OK : Verdict.FAILED;
        return new Outcome(verdict, latency, url + " answers " + answered.status());
    }
}
