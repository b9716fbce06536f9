package ai.nominate.tenantmgr.backup.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A complete backup, as the rules see it.
 *
 * @param at when it was requested
 * @param proof what its last proof found
 * @param guard whether it was taken before something that cannot be undone
 */
public record Candidate(UUID id, Instant at, Proof proof, boolean held, boolean guard) {
    /** What is known of a backup beyond that it was complete and readable when it was taken. */
    public enum Proof {
        NONE,
        PROVEN,
        FAILED
    }
}
