package ai.nominate.tenantmgr.web.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stored answer of a change. */
record StoredAnswer(int status, Map<String, String> headers, String body) {
    /** Headers that are added later, when the answer is written. */
    private static final String JSON = "application/json;charset=UTF-8";

    private static final String REPLAY = "Idempotent-Replay";
    private static final List<String> KEPT = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.RETRY_AFTER);

    static StoredAnswer of(int status, MultivaluedMap<String, Object> headers, String body) {
        Map<String, String> kept = new TreeMap<>();
        KEPT.forEach(name -> {
            if (headers.getFirst(name) != null) {
                kept.put(name, headers.getFirst(name).toString());
            }
        });
        if (body != null) {
            kept.putIfAbsent(HttpHeaders.CONTENT_TYPE, JSON);
        }
        return new StoredAnswer(status, kept, body);
    }

    /** Answers after which the request may be repeated are not stored. */
    boolean isFinal() {
        return status < 500 && status != 429;
    }

    Response replay() {
        Response.ResponseBuilder response = Response.status(status).entity(body).header(REPLAY, true);
        headers.forEach(response::header);
        return response.build();
    }
}
