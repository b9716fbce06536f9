package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.kernel.Actor;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of stored events, for callers that poll. */
@Schema(name = "EventPage")
record EventPage(
        @Schema(description = "The events, in order", required = true)
        List<EventView> items,

        @Schema(
                description = "The number to ask after next; higher than that of the last item when others followed it",
                required = true)
        long lastSeq,

        @Schema(description = "Events that are not kept any more; null when there are none")
        LostEvents gap) {
    /** A range of event numbers, both included. */
    @Schema(name = "LostEvents")
    record LostEvents(
            @Schema(description = "The first number", required = true)
            long from,

            @Schema(description = "The last number", required = true)
            long to) {}

    static EventPage of(List<StoredEvent> read, long after, boolean isLost, Set<String> topics, Actor actor) {
        List<EventView> items = read.stream()
                .filter(event -> EventStream.isVisible(event, topics, actor))
                .map(EventView::of)
                .toList();
        long last = read.isEmpty() ? after : read.getLast().seq();
        return new EventPage(
                items, last, isLost ? new LostEvents(after + 1, read.getFirst().seq() - 1) : null);
    }
}
