package ai.nominate.tenantmgr.event;

import java.util.Optional;

/**
 * What a manager does when something has happened, wherever it was written. Each event is handled at least once and in order;
 * after a restart some are handled again, so handling must bear that. Called on a virtual thread, one call at a time.
 */
public interface EventConsumer {
    /** The topic whose events it gets. */
    EventTopic topic();

    /**
     * Under which name its position is stored, so that it goes on after a restart where it was: its own name, and which of the
     * managers it works for. Empty when only what comes after the start matters.
     */
    Optional<String> position();

    /** Handles one event; may wait. What it throws is logged, and it is called again with the same event a few times. */
    void handle(StoredEvent event);

    /** Events were removed before they were read: finds out from the rows what they would have said. */
    void missed();
}
