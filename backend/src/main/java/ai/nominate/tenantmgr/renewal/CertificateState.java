package ai.nominate.tenantmgr.renewal;

import java.time.Duration;
import java.time.Instant;

/** How it is with a site's certificate, the worst first. */
enum CertificateState {
    EXPIRED,
    FAILING,
    EXPIRING,
    WAITING,
    RENEWING,
    OK;

    static final String DESCRIPTION =
            "expired; failing: the last attempt to get one failed; expiring: it ends within 21 days; waiting: a "
                    + "name does not lead to this server yet; renewing: a renewal is under way; ok";

    private static final Duration NEAR_ITS_END = Duration.ofDays(21);

    /** As in the API. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static CertificateState of(Instant notAfter, boolean fails, boolean waits, boolean renews, Instant now) {
        if (!now.isBefore(notAfter)) {
            return EXPIRED;
        }
        if (renews) {
            return RENEWING;
        }
        if (fails) {
            return FAILING;
        }
        if (notAfter.isBefore(now.plus(NEAR_ITS_END))) {
            return EXPIRING;
        }
        return waits ? WAITING : OK;
    }
}
