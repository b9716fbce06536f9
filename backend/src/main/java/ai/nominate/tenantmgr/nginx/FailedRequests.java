package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.LogReader;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The requests to tenants that failed, from a log of their own. Looks at its last MiB, some thousand requests. Blocks. */
@ApplicationScoped
public class FailedRequests {
    static final String FILE = "failed.log";
    private static final int LOOKED_AT = 20_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path log;

    FailedRequests(NginxSettings settings) {
        this.log = settings.errorLog().resolveSibling(FILE);
    }

    /** Those of one tenant, newest first. */
    public List<FailedRequest> of(TenantSlug tenant, int most) {
        String mark = "\"tenant\":\"" + tenant.value() + "\"";
        return new LogReader(log, true)
                .end(0, LOOKED_AT).lines().reversed().stream()
                        .filter(line -> line.contains(mark))
                        .flatMap(line -> read(line, tenant).stream())
                        .limit(most)
                        .toList();
    }

    /** Empty for a line of another tenant, and for one whose beginning was cut off. */
    static Optional<FailedRequest> read(String line, TenantSlug tenant) {
        try {
            JsonNode json = MAPPER.readTree(line);
            return json.path("tenant").asText().equals(tenant.value()) ? Optional.of(request(json)) : Optional.empty();
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static FailedRequest request(JsonNode json) {
        return new FailedRequest(
                OffsetDateTime.parse(json.path("time").asText()).toInstant(),
                text(json, "method"),
                text(json, "host"),
                text(json, "path"),
                json.path("status").asInt(),
                (int) Math.round(json.path("seconds").asDouble() * 1000),
                nullable(json, "slot"),
                nullable(json, "service"),
                text(json, "requestId"));
    }

    private static String text(JsonNode json, String name) {
        String text = json.path(name).asText();
        return DisplayText.shown(text.length() > 500 ? text.substring(0, 500) + "…" : text);
    }

    private static String nullable(JsonNode json, String name) {
        String text = text(json, name);
        return text.isEmpty() || text.equals("-") ? null : text;
    }
}
