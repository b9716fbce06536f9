package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;


import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A certificate with its key, in a directory of its own.
 *
 * @param id name of the directory, never reused
 * @param issuer common name of the issuer
 * @param serialHex lower-case hexadecimal, as shown by TLS clients
 * @param names the hosts it is valid for
 */
public record IssuedCertificate(
        String id, String issuer, String serialHex, Instant notBefore, Instant notAfter, List<DomainName> names) {
    public IssuedCertificate {
        names = List.copyOf(names);
    }

    /** Whether it is valid now for all of these hosts. */
    public boolean covers(Collection<DomainName> hosts, Instant at) {
        return names.containsAll(hosts) && !at.isBefore(notBefore) && at.isBefore(notAfter);
    }
}
