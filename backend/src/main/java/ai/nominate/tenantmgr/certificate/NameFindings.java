package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.dns.NameFinding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Findings as the row keeps them. */
final class NameFindings {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private NameFindings() {}

    static String json(List<NameFinding> findings) {
        try {
            return MAPPER.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param json null if nothing was looked up yet */
    static List<NameFinding> read(String json) {
        try {
            return json == null ? List.of() : MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored findings about host names could not be read", e);
        }
    }
}
