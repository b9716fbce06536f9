package ai.nominate.tenantmgr.nginx;

import java.util.Optional;

/** What came of a probe. */
public sealed interface ProbeAnswer {
    /**
     * @param served who answered; only for probes that aim, and only when NGINX knew the probe
     * @param certificateSerial lower-case hex, of the certificate that was shown; empty without TLS
     * @param body its first bytes, at most 4096, as UTF-8
     */
    record Answered(int status, Optional<ServedBy> served, Optional<String> certificateSerial, String body)
            implements ProbeAnswer {}

    /** Nothing came: refused, reset, too late, or the certificate is not one to trust for this name. */
    record Silent(String reason) implements ProbeAnswer {}
}
