package ai.nominate.tenantmgr.certificate.acme;

import java.time.Instant;
import java.util.Optional;

/** The ACME server issued nothing. The message is for people: who refused what, in the server's own words. */
public final class AcmeRefused extends Exception {
    private final transient Instant retryAfter;

    AcmeRefused(String message, Instant retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** The time before which the server does not want to be asked again; empty if it named none. */
    public Optional<Instant> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
