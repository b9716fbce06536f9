package ai.nominate.tenantmgr.event;

import java.util.Optional;

/**
 * Handles the events of one topic, whichever manager wrote them. Each event is handled at least once and in order; after a
 * restart some are handled again, so handlers must be idempotent. Called on a virtual thread, one call at a time.
 */
public interface EventConsumer {
    /** The topic whose events it gets. */
    EventTopic topic();

    /**
     * The name under which its position is stored, so that it continues after a restart: its own name and its server's. Empty
     * if it needs only the events after the start.
     */
    Optional<String> position();

    /** Handles one event; may block. An exception is logged, and the call is repeated a few times. */
    void handle(StoredEvent event);

    /** Events were removed before they were read: reads the current state from the rows instead. */
    void missed();
}
