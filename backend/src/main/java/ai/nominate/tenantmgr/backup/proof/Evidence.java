package ai.nominate.tenantmgr.backup.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The text that is signed: what was proven, when, by which run, and what was seen. Names no secret. */
final class Evidence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NUMBERS = List.of("files", "tables", "rows", "services", "persons");

    private Evidence() {}

    /** @param reason null if it is proven */
    static String of(UUID run, UUID backup, UUID tenant, Verdict verdict, ProofFacts facts, Instant at, String reason) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("format", 1);
        evidence.put("backupId", backup.toString());
        evidence.put("tenantId", tenant.toString());
        evidence.put("runId", run.toString());
        evidence.put("verdict", verdict.id());
        evidence.put("level", facts.level().name());
        evidence.put("at", at.toString());
        facts.restoreMs().ifPresent(millis -> evidence.put("restoreMs", millis));
        NUMBERS.forEach(name -> facts.get(name).ifPresent(count -> evidence.put(name, Long.valueOf(count))));
        if (reason != null) {
            evidence.put("reason", reason);
        }
        try {
            return JSON.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
