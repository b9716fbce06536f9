package ai.nominate.tenantmgr.analysis.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A snapshot as JSON. Properties have a fixed order, so that the same snapshot is the same text. */
public final class SnapshotJson {
    private static final int LONGEST_TEXT = 1 << 16;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .maxNestingDepth(32)
                        .build());
    }

    private SnapshotJson() {}

    /** @throws IllegalArgumentException if it is not a snapshot */
    public static Snapshot read(byte[] json) {
        try {
            return MAPPER.readValue(json, Snapshot.class);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("not a snapshot: " + e.getClass().getSimpleName(), e);
        }
    }

    public static byte[] write(Snapshot snapshot) {
        try {
            return MAPPER.writeValueAsBytes(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
