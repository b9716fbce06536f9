package ai.nominate.tenantmgr.nginx;

import java.util.Optional;

/** The result of a probe. */
public sealed interface ProbeAnswer {
    /**
     * @param served the tenant, slot and release that answered; only for probes that select a slot and that NGINX
     *     recognised
     * @param certificateSerial lower-case hex; empty without TLS
     * @param body the first bytes, at most 4096, as UTF-8
     */
    record Answered(int status, Optional<ServedBy> served, Optional<String> certificateSerial, String body)
            implements ProbeAnswer {}

    /** No answer: refused, reset, timed out, or an untrusted certificate for this name. */
    record Silent(String reason) implements ProbeAnswer {}
}
