package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A certificate with its key, lying in a directory of its own.
 *
 * @param id the name of the directory, never used twice
 * @param issuer the common name of who signed it
 * @param serialHex lower-case hexadecimal, as a TLS client would show it
 * @param names the hosts it is valid for
 */
public record IssuedCertificate(
        String id, String issuer, String serialHex, Instant notBefore, Instant notAfter, List<DomainName> names) {
    public IssuedCertificate {
        names = List.copyOf(names);
    }

    /** Whether a visitor of any of these hosts would take it at this moment. */
    public boolean covers(Collection<DomainName> hosts, Instant at) {
        return names.containsAll(hosts) && !at.isBefore(notBefore) && at.isBefore(notAfter);
    }
}
