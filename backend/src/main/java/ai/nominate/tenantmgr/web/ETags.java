package ai.nominate.tenantmgr.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The ETag of a {@link HasETag} answer: {@code "tag.rest"}. If-Match compares the tag alone, so that a health check
 * does not block a change; If-None-Match compares both, so that clients see the result of a health check.
 */
public class ETags {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final int LENGTH = 16;

    private final ObjectMapper mapper;

    ETags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One short text for the parts, in order. */
    public static String tag(Object... parts) {
        return Digest.of(parts).substring(0, LENGTH);
    }

    @ServerResponseFilter(priority = FilterOrder.ETAG)
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(response.getEntity() instanceof HasETag tagged) || response.getStatus() >= 300) {
            return;
        }
        String etag = "\"" + tagged.tag() + "." + tag(mapper.writeValueAsString(tagged)) + "\"";
        response.getHeaders().putSingle("ETag", etag);
        String known = request.getHeaderString("If-None-Match");
        if (known != null && READS.contains(request.getMethod()) && contains(known, etag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    /** Weak comparison, as required for If-None-Match. */
    private static boolean contains(String known, String etag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(etag) || one.equals("W/" + etag));
    }
}
