package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rule by which a site's certificates are chosen from those of its tenant. It depends on nothing else: a
 * deployment and a renewal beside it choose the same certificates.
 */
final class CertificateChoice {
    private CertificateChoice() {}

    /** A certificate that could be served. */
    record Candidate(IssuedCertificate certificate, Origin origin) {
        boolean serves(Instant now) {
            return certificate.covers(List.of(), now);
        }

        long covered(Set<DomainName> names) {
            return names.stream().filter(certificate::isFor).count();
        }
    }

    /**
     * The owner's certificate before that of an authority, and that before the internal one; the one that covers more names, then the
     * newer one. Empty if none is valid for any of the names.
     *
     * @param newestFirst the tenant's certificates
     * @param own whether its owner's count
     */
    static Optional<ServedCertificates> of(
            List<Candidate> newestFirst, Set<DomainName> names, boolean own, Instant now) {
        List<Candidate> valid = newestFirst.stream()
                .filter(candidate -> candidate.serves(now)
                        && candidate.covered(names) > 0
                        && (own || candidate.origin() != Origin.OWN))
                .toList();
        return Stream.of(Origin.OWN, Origin.ACME, Origin.INTERNAL)
                .flatMap(origin -> best(valid, origin, names)
                        .map(first -> new ServedCertificates(first, fallback(first, origin, valid, names), origin))
                        .stream())
                .findFirst();
    }

    private static Optional<IssuedCertificate> fallback(
            IssuedCertificate first, Origin origin, List<Candidate> valid, Set<DomainName> names) {
        List<DomainName> rest =
                names.stream().filter(name -> !first.isFor(name)).toList();
        return rest.isEmpty() || origin == Origin.INTERNAL
                ? Optional.empty()
                : best(valid, Origin.INTERNAL, Set.copyOf(rest))
                        .filter(internal -> rest.stream().allMatch(internal::isFor));
    }

    private static Optional<IssuedCertificate> best(List<Candidate> valid, Origin origin, Set<DomainName> names) {
        return valid.stream()
                .filter(candidate -> candidate.origin() == origin)
                .max(Comparator.comparingLong((Candidate candidate) -> candidate.covered(names))
                        .thenComparingInt(candidate -> -valid.indexOf(candidate)))
                .map(Candidate::certificate);
    }
}
