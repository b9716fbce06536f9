package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.ClientNetwork;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import ai.nominate.tenantmgr.web.FormPaths;
import ai.nominate.tenantmgr.web.OpenPaths;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Refuses what cannot be a delivery before its body is read, and a network that has sent too many. Hands the body on as plain
 * bytes: the signature covers every one of them, and a parser of forms or JSON would not return them.
 */
@ApplicationScoped
class DeliveryGate implements FormPaths, OpenPaths {
    static final String PATH = "/api/webhooks/";
    static final String BYTES = "application/octet-stream";
    private static final String IS_FORM = "tenantmgr.webhook.form";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RefusalBound bound;
    private final ClientNetwork networks;

    DeliveryGate(RefusalBound bound, ClientNetwork networks) {
        this.bound = bound;
        this.networks = networks;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.WEBHOOK.priority());
    }

    @Override
    public boolean takesForm(String path) {
        return path.startsWith(PATH);
    }

    /** A forge proves itself by its signature. */
    @Override
    public List<String> open() {
        return List.of(PATH);
    }

    static boolean isForm(RoutingContext context) {
        return Boolean.TRUE.equals(context.get(IS_FORM));
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.path().startsWith(PATH)) {
            context.next();
            return;
        }
        Duration wait = bound.wait(networks.of(request));
        String type = type(request);
        if (!wait.isZero()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            FilterProblem.endUnread(context, RequestProblem.TOO_MANY, "Too many deliveries without a valid signature");
        } else if (request.getHeader(HttpHeaders.CONTENT_TYPE) != null && !type.equals(JSON) && !type.equals(FORM)) {
            FilterProblem.endUnread(context, RequestProblem.UNSUPPORTED, "The body must be JSON or a form");
        } else {
            context.put(IS_FORM, type.equals(FORM));
            request.headers().set(HttpHeaders.CONTENT_TYPE, BYTES);
            context.next();
        }
    }

    private static String type(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
