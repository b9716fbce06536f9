package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.certificate.CertificateView;
import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.nginx.ProbeAnswer;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.nginx.PublicProbe;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The certificate that a visitor gets: trusted, the one that was issued last, and not near its end. */
@ApplicationScoped
class CertificateProbe implements SingleProbe {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PublicProbe nginx;
    private final Certificates certificates;
    private final Clock clock;

    CertificateProbe(PublicProbe nginx, Certificates certificates, Clock clock) {
        this.nginx = nginx;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.CERTIFICATE;
    }

    @Override
    public Outcome look(CheckTarget target) {
        CertificateView stored = Reactive.await(() ->
                Panache.withSession(() -> certificates.current(target.tenant().id())));
        if (stored == null) {
            return Outcome.of(Verdict.FAILED, "The tenant has no certificate");
        }
        Outcome age = age(stored.notAfter(), clock.instant(), target.warnings().certificateDays());
        if (age.verdict() == Verdict.FAILED) {
            return age;
        }
        return switch (nginx.ask(target.tenant().domain(), "/", ProbeTarget.LIVE, true, LIMIT)) {
            case ProbeAnswer.Silent silent -> Outcome.unknown("No TLS connection: " + silent.reason());
            case ProbeAnswer.Answered answered ->
                answered.certificateSerial().equals(Optional.of(stored.serial()))
                        ? age
                        : Outcome.of(
                                Verdict.FAILED,
                                "Visitors get certificate "
                                        + answered.certificateSerial().orElse("none") + " instead of "
                                        + stored.serial());
        };
    }

    static Outcome age(Instant end, Instant now, int warningDays) {
        long days = Duration.between(now, end).toDays();
        if (!end.isAfter(now)) {
            return Outcome.of(Verdict.FAILED, "The certificate ended at " + end);
        }
        Verdict verdict = days < warningDays ? Verdict.WARNING : Verdict.OK;
        return Outcome.of(verdict, "Ends in " + days + (days == 1 ? " day" : " days"));
    }
}
