package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Logs one line per answered request, and tells the observers of requests; of refused requests without a sign-in at most 200 at
 * once and 25 a second. Query and headers are omitted, because they can contain secrets.
 */
@ApplicationScoped
class AccessLog {
    static final String CATEGORY = "access";
    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final int FIRST_REFUSAL = 400;
    private static final LogGate STRANGERS = new LogGate(200, 25);

    private final List<RequestObserver> observers;

    AccessLog(@All List<RequestObserver> observers) {
        this.observers = observers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FilterOrder.ACCESS_LOG.priority());
    }

    private void begin(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(ended -> write(context, began));
        context.next();
    }

    private void write(RoutingContext context, long began) {
        AnsweredRequest request = new AnsweredRequest(
                context.request().method().name(),
                LogText.of(context.request().path()),
                context.response().getStatusCode(),
                (int) Duration.ofNanos(System.nanoTime() - began).toMillis(),
                actor(context),
                RequestIds.of(context));
        boolean isRefusedStranger = request.actor() == null && request.status() >= FIRST_REFUSAL;
        (isRefusedStranger ? STRANGERS.pass() : Optional.of("")).ifPresent(note -> told(request, note));
    }

    private void told(AnsweredRequest request, String note) {
        LOG.infof(
                "%s %s %d %d ms, %s, %s%s",
                request.method(),
                request.path(),
                request.status(),
                request.durationMs(),
                LogText.of(request.actor()),
                request.requestId(),
                note);
        observers.forEach(observer -> observer.answered(request));
    }

    private static String actor(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getAttribute(Caller.ACTOR) instanceof Actor actor
                ? actor.name()
                : null;
    }
}
