package ai.nominate.tenantmgr.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A failure as it lies in its column. */
final class FailureJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FailureJson() {}

    static String write(Failure failure) {
        try {
            return MAPPER.writeValueAsString(failure);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
