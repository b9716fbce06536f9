package ai.nominate.tenantmgr.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One event. */
@Schema(name = "Event")
record EventView(
        @Schema(description = "The event's number; later events have higher ones", required = true)
        long seq,

        @Schema(description = "Time of the event", required = true)
        Instant at,

        @Schema(description = "The topic under which it is followed", required = true, examples = "tenants")
        String topic,

        @Schema(description = "What happened", required = true, examples = "tenant.created")
        String event,

        @Schema(description = "Tenant id; null if no tenant is involved")
        UUID tenantId,

        @Schema(description = "Ids and the fields that changed", required = true)
        Map<String, Object> data) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static EventView of(StoredEvent event) {
        try {
            return new EventView(
                    event.seq(),
                    event.at(),
                    event.topic(),
                    event.type(),
                    event.tenantId(),
                    MAPPER.readValue(event.payload(), OBJECT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.seq() + " is no JSON", e);
        }
    }
}
