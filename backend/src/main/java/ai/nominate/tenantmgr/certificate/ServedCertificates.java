package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificates of a site: one that visitors trust, if there is one, and one of the internal authority for the names that it does
 * not cover.
 *
 * @param fallback empty if the first covers every name
 * @param origin of the first
 */
public record ServedCertificates(IssuedCertificate first, Optional<IssuedCertificate> fallback, Origin origin) {
    /** The one that visitors of a host get; empty if none is for it. */
    public Optional<IssuedCertificate> of(DomainName host) {
        return Stream.concat(Stream.of(first), fallback.stream())
                .filter(certificate -> certificate.isFor(host))
                .findFirst();
    }

    /** Those of the names that the first does not cover. */
    public List<DomainName> uncovered(Collection<DomainName> names) {
        return names.stream().filter(name -> !first.isFor(name)).toList();
    }

    boolean coverAll(Collection<DomainName> names) {
        return names.stream().allMatch(name -> of(name).isPresent());
    }
}
