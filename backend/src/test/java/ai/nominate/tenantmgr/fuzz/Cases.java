package ai.nominate.tenantmgr.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Creates the requests for one operation, reproducible by the seed and independent of other operations. */
final class Cases {
    private static final List<String> ODD_HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "X-Request-Id",
            "X-Forwarded-For",
            "Forwarded",
            "Range",
            "Last-Event-ID",
            "Origin",
            "Cookie",
            "Accept-Language",
            "Accept-Encoding",
            "X-HTTP-Method-Override",
            "X-Requested-With",
            "Referer",
            "User-Agent");
    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "*/*",
            "text/plain",
            "text/event-stream",
            "text/html",
            "application/problem+json",
            "image/png",
            "a/b;q=2,,,",
            "nonsense");
    private static final List<String> CONTENT_TYPES = List.of(
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "nonsense",
            "/");

    private final ApiOperation operation;
    private final JsonNode contract;
    private final Known known;
    private final Random random;

    Cases(ApiOperation operation, JsonNode contract, Known known, long seed) {
        this.operation = operation;
        this.contract = contract;
        this.known = known;
        this.random = new Random(seed * 31 + operation.toString().hashCode());
    }

    RawRequest next() {
        List<String> headers = new ArrayList<>();
        headers.add("Accept: " + (chance(75) ? ACCEPTED.getFirst() : Hostile.pick(ACCEPTED, random)));
        if (chance(20)) {
            headers.add(Hostile.pick(ODD_HEADERS, random) + ": " + Hostile.header(random));
        }
        byte[] body = operation.hasBody() || chance(3) ? new Bodies(contract, random).of(operation.body()) : null;
        if (body != null) {
            headers.add("Content-Type: " + (chance(93) ? "application/json" : Hostile.pick(CONTENT_TYPES, random)));
        }
        operation.parameters().stream()
                .filter(parameter -> parameter.where().equals("header") && chance(50))
                .forEach(parameter -> headers.add(parameter.name() + ": " + Hostile.header(random)));
        return new RawRequest(operation.method(), path() + query(), headers, body);
    }

    private String path() {
        String path = operation.path();
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            if (parameter.where().equals("path")) {
                String value = chance(65) ? known.value(operation.path(), parameter.name()) : Hostile.text(random);
                path = path.replace("{" + parameter.name() + "}", encoded(value));
            }
        }
        return chance(2) ? path + Hostile.pick(List.of("/", "//", "/..", "%2f", ";x=1", "%00", "/."), random) : path;
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            for (int left = parameter.where().equals("query") ? random.nextInt(20) / 10 : 0; left > 0; left--) {
                String name = parameter.name();
                pairs.add(name + "=" + encoded(chance(50) ? plausible(parameter) : Hostile.text(random)));
                left += chance(5) ? 1 : 0;
            }
        }
        if (chance(5)) {
            pairs.add(encoded(Hostile.text(random)) + "=" + encoded(Hostile.text(random)));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String plausible(ApiOperation.Parameter parameter) {
        return parameter.schema().path("type").asText().equals("integer")
                ? Integer.toString(random.nextInt(200))
                : Plausible.text(parameter.name(), parameter.schema(), random);
    }

    /** As UTF-8 bytes, with an unpaired surrogate that no encoder would write. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3F", text.contains("\ud83d") || text.contains("\udc00") ? "%ED%A0%BD" : "%3F");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
