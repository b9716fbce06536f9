package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Logs one line per answered request. Query and headers are omitted, because they can contain secrets. */
@ApplicationScoped
class AccessLog {
    static final String CATEGORY = "access";
    private static final Logger LOG = Logger.getLogger(CATEGORY);

    void register(@Observes Filters filters) {
        filters.register(AccessLog::begin, FilterOrder.ACCESS_LOG.priority());
    }

    private static void begin(RoutingContext context) {
        if (LOG.isInfoEnabled()) {
            long began = System.nanoTime();
            context.addEndHandler(ended -> LOG.infof(
                    "%s %s %d %d ms, %s, %s",
                    context.request().method(),
                    LogText.of(context.request().path()),
                    context.response().getStatusCode(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis(),
                    LogText.of(actor(context)),
                    RequestIds.of(context)));
        }
        context.next();
    }

    private static String actor(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getAttribute(Caller.ACTOR) instanceof Actor actor
                ? actor.name()
                : null;
    }
}
