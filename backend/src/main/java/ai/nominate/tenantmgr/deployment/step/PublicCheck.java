package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.certificate.IssuedCertificate;
import ai.nominate.tenantmgr.certificate.ServedCertificates;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ProbeAnswer;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.nginx.PublicProbe;
import ai.nominate.tenantmgr.nginx.ServedBy;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests a tenant's site as a visitor would: through NGINX, by domain, over TLS. Describes the first fault found: wrong
 * tenant, slot, release or certificate, or an unhealthy service.
 */
@ApplicationScoped
public class PublicCheck {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Longer than old and new NGINX workers run side by side: 100 ms, plus the delay of a busy machine. */
    private static final Duration STEADY = Duration.ofSeconds(1);

    private static final long PAUSE_MS = 50;

    private final SlotRelease releases;
    private final PublicProbe probe;
    private final Certificates certificates;

    PublicCheck(SlotRelease releases, PublicProbe probe, Certificates certificates) {
        this.releases = releases;
        this.probe = probe;
        this.certificates = certificates;
    }

    /** @return the fault; empty if none. Retries for up to {@link #PATIENCE} before it reports a fault */
    public Optional<String> fault(DeploymentContext context, ProbeTarget aim) {
        TenantSnapshot tenant = context.tenant();
        Release release = releases.of(context.pinned().release());
        Slot slot = context.pinned().slot();
        Optional<ServedCertificates> certificate = certificates.present(tenant.id(), tenant.hosts());
        if (certificate.isEmpty()) {
            return Optional.of("no certificate is valid for all names of the tenant");
        }
        Expected expected = expected(certificate.get(), tenant.domain());
        return patiently(() -> look(tenant, tenant.domain(), slot, release, expected, aim));
    }

    /**
     * Checks domains that are being added to a tenant with a live slot.
     *
     * @param serves whether its services run; if not, it is enough that NGINX knows the domains
     * @return the fault; empty once visitors of these domains are steadily served by the live slot
     */
    public Optional<String> fault(
            TenantSnapshot tenant, boolean serves, Collection<DomainName> hosts, ServedCertificates served) {
        if (!serves) {
            return steadily(hosts, host -> switch (ask(host, "/", ProbeTarget.LIVE, expected(served, host))) {
                case ProbeAnswer.Silent silent -> Optional.of("https://" + host + ": " + silent.reason());
                case ProbeAnswer.Answered answered ->
                    stranger(answered, tenant, expected(served, host).serial());
            });
        }
        Slot live = tenant.live().orElseThrow();
        Release release = releases.of(tenant, live);
        return steadily(hosts, host -> look(tenant, host, live, release, expected(served, host), ProbeTarget.LIVE));
    }

    /**
     * Checks domains that are being added to a tenant, in a slot that is not live yet.
     *
     * @return the fault; empty once these domains are steadily served by the slot
     */
    public Optional<String> fault(
            TenantSnapshot tenant, Slot slot, Collection<DomainName> hosts, ServedCertificates served) {
        Release release = releases.of(tenant, slot);
        return steadily(hosts, host -> look(tenant, host, slot, release, expected(served, host), ProbeTarget.at(slot)));
    }

    /** After a reload, old NGINX workers without the new domains run beside the new workers for a while. */
    private static Optional<String> steadily(
            Collection<DomainName> hosts, Function<DomainName, Optional<String>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long goodSince = System.nanoTime();
        while (true) {
            Optional<String> fault =
                    hosts.stream().map(look).flatMap(Optional::stream).findFirst();
            long now = System.nanoTime();
            if (fault.isPresent()) {
                if (now > deadline) {
                    return fault;
                }
                goodSince = now;
            } else if (now - goodSince >= STEADY.toNanos()) {
                return fault;
            }
            pause();
        }
    }

    private static Optional<String> patiently(Supplier<Optional<String>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> fault = look.get();
            if (fault.isEmpty() || System.nanoTime() > deadline) {
                return fault;
            }
            pause();
        }
    }

    private Optional<String> look(
            TenantSnapshot tenant, DomainName host, Slot slot, Release release, Expected expected, ProbeTarget aim) {
        try (PublicProbe.Visit visit = probe.visit(host, aim, LIMIT, expected.chain())) {
            for (PublicPaths.PublicPath path : PublicPaths.of(release.manifest())) {
                Optional<String> fault = switch (visit.ask(path.path())) {
                    case ProbeAnswer.Silent silent -> Optional.of(silent.reason());
                    case ProbeAnswer.Answered answered ->
                        wrong(answered, tenant, slot, release, expected.serial(), path);
                };
                if (fault.isPresent()) {
                    return Optional.of("https://" + host + path.path() + ": " + fault.get());
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> wrong(
            ProbeAnswer.Answered answered,
            TenantSnapshot tenant,
            Slot slot,
            Release release,
            String serial,
            PublicPaths.PublicPath path) {
        Optional<String> stranger = stranger(answered, tenant, serial);
        if (stranger.isPresent()) {
            return stranger;
        }
        ServedBy served = answered.served().orElseThrow();
        if (!served.slot().equals(slot.id()) || !served.release().equals(release.id())) {
            return Optional.of("answered by slot " + served.slot() + " with release " + served.release());
        }
        if (!served.service().equals(path.server())) {
            return Optional.of("answered by service " + served.service());
        }
        return path.accepts(answered.status()) ? Optional.empty() : Optional.of("answered " + answered.status());
    }

    private static Optional<String> stranger(ProbeAnswer.Answered answered, TenantSnapshot tenant, String serial) {
        if (answered.served().isEmpty()) {
            return Optional.of("answered " + answered.status() + " without the header that names the tenant");
        }
        if (!answered.served().get().tenant().equals(tenant.slug().value())) {
            return Optional.of("answered by tenant " + answered.served().get().tenant());
        }
        if (!answered.certificateSerial().equals(Optional.of(serial))) {
            return Optional.of(
                    "served with certificate " + answered.certificateSerial().orElse("none") + " instead of " + serial);
        }
        return Optional.empty();
    }

    /** @param chain of the certificate, which may be of an authority that is not public */
    private record Expected(String serial, Path chain) {}

    private Expected expected(ServedCertificates served, DomainName host) {
        IssuedCertificate issued = served.of(host).orElse(served.first());
        return new Expected(issued.serialHex(), certificates.chain(issued));
    }

    private ProbeAnswer ask(DomainName host, String path, ProbeTarget aim, Expected expected) {
        return probe.ask(host, path, aim, LIMIT, expected.chain());
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
