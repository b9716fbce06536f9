package ai.nominate.tenantmgr.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the outbox.
 *
 * @param seq its number, from 1, in the order of commits; some numbers are never used
 * @param topic the name of its {@link EventTopic}
 * @param type the noun and what happened to it: {@code tenant.created}
 * @param tenantId its tenant; null if it has none
 * @param payload a JSON object: ids and the changed fields that a row of a list shows, never a secret
 */
public record StoredEvent(long seq, Instant at, String topic, String type, UUID tenantId, String payload) {
    private static final int OVERHEAD = 200;

    /** Its approximate size in memory, in bytes. */
    int bytes() {
        return OVERHEAD + 2 * payload.length();
    }
}
