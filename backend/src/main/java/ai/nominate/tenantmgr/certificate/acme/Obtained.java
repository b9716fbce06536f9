package ai.nominate.tenantmgr.certificate.acme;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an ACME server has issued.
 *
 * @param chain the leaf certificate first
 * @param renewAt a time within the window that the server suggests for the renewal (RFC 9773); empty if it suggests none
 */
public record Obtained(KeyPair keys, List<X509Certificate> chain, Optional<Instant> renewAt) {
    public Obtained {
        chain = List.copyOf(chain);
    }
}
