package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Uuid7;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Every request has an id that is in its answer, in each line that is logged for it and in the audit. A caller may bring its
 * own, so that one id leads through several programs.
 */
@ApplicationScoped
public class RequestIds {
    /** In the answer, and in the request when a caller brings its own. */
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
