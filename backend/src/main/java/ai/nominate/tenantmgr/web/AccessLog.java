package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Logs one line per answered request; of refused requests without a sign-in at most 200 at once and 50 a second. Query
 * and headers are omitted, because they can contain secrets.
 */
@ApplicationScoped
class AccessLog {
    static final String CATEGORY = "access";
    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final int FIRST_REFUSAL = 400;
    private static final LogGate STRANGERS = new LogGate(200, 50);

    void register(@Observes Filters filters) {
        filters.register(AccessLog::begin, FilterOrder.ACCESS_LOG.priority());
    }

    private static void begin(RoutingContext context) {
        if (LOG.isInfoEnabled()) {
            long began = System.nanoTime();
            context.addEndHandler(ended -> write(context, began));
        }
        context.next();
    }

    private static void write(RoutingContext context, long began) {
        String actor = actor(context);
        int status = context.response().getStatusCode();
        boolean isRefusedStranger = actor == null && status >= FIRST_REFUSAL;
        (isRefusedStranger ? STRANGERS.pass() : Optional.of(""))
                .ifPresent(note -> LOG.infof(
                        "%s %s %d %d ms, %s, %s%s",
                        context.request().method(),
                        LogText.of(context.request().path()),
                        status,
                        Duration.ofNanos(System.nanoTime() - began).toMillis(),
                        LogText.of(actor),
                        RequestIds.of(context),
                        note));
    }

    private static String actor(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getAttribute(Caller.ACTOR) instanceof Actor actor
                ? actor.name()
                : null;
    }
}
