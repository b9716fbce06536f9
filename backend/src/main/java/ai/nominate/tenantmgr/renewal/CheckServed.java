package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.CertificateWatch;
import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.certificate.IssuedCertificate;
import ai.nominate.tenantmgr.certificate.ServedCertificates;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.nginx.ProbeAnswer;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.nginx.PublicProbe;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares the certificate that visitors get with the one that is stored: renewed, but the old one served, is no renewal. */
@Singleton
class CheckServed extends RenewalStep {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** Old workers of NGINX run beside the new ones for a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long PAUSE_MS = 50;

    private final Certificates certificates;
    private final CertificateWatch watch;
    private final PublicProbe probe;

    CheckServed(Certificates certificates, CertificateWatch watch, PublicProbe probe) {
        super("verify-public", "Outside check", 300);
        this.certificates = certificates;
        this.watch = watch;
        this.probe = probe;
    }

    @Override
    StepResult run(RenewalContext context, List<DomainName> names) {
        UUID tenant = context.subject().id();
        Optional<ServedCertificates> served = certificates.present(tenant, names);
        if (served.isEmpty()) {
            return new StepResult.Failed(RenewalProblem.REFUSED, "No certificate is valid for all names of the tenant");
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> fault = fault(served.get(), names);
        while (fault.isPresent() && System.nanoTime() < deadline) {
            pause();
            fault = fault(served.get(), names);
        }
        if (fault.isPresent()) {
            return new StepResult.Failed(RenewalProblem.OLD_SERVED, fault.get());
        }
        watch.served(tenant, served.get().first().serialHex(), context.permit());
        return new StepResult.Done("Served for "
                + String.join(", ", names.stream().map(DomainName::value).toList()));
    }

    private Optional<String> fault(ServedCertificates served, List<DomainName> names) {
        return names.stream()
                .map(name -> fault(name, served.of(name).orElseThrow()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> fault(DomainName name, IssuedCertificate wanted) {
        return switch (probe.ask(name, "/", ProbeTarget.LIVE, LIMIT, certificates.chain(wanted))) {
            case ProbeAnswer.Silent silent -> Optional.of("https://" + name + ": " + silent.reason());
            case ProbeAnswer.Answered answered ->
                answered.certificateSerial().equals(Optional.of(wanted.serialHex()))
                        ? Optional.empty()
                        : Optional.of("https://" + name + " is served with certificate "
                                + answered.certificateSerial().orElse("none") + " instead of " + wanted.serialHex());
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during the outside check");
        }
    }
}
