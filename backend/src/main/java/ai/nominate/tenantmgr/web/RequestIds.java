package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Uuid7;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives each request an id that appears in its answer, in every log line of the request and in the audit log. A caller
 * may send its own id, to correlate several programs.
 */
@ApplicationScoped
public class RequestIds {
    /** In the answer, and in the request if the caller sends its own. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::begin, FilterOrder.REQUEST_ID.priority());
    }

    private static void begin(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && SHAPE.matcher(given).matches()
                ? given
                : Uuid7.next().toString();
        context.put(KEY, id);
        MDC.put(KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    public static String of(RoutingContext context) {
        return context.get(KEY);
    }
}
