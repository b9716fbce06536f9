package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Answers requests while the database hangs. A frozen database accepts statements without answering, and the client
 * would wait with it. A request that waits too long triggers a probe of the database; if the probe fails, it gets 503
 * with Retry-After. A request that is slow for another reason continues.
 */
@ApplicationScoped
class DatabaseTimeout {
    /** Together below the ten seconds within which every request is answered. */
    private static final Duration WAIT = Duration.ofSeconds(4);

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

    private final Uni<Boolean> databaseAnswers;

    DatabaseTimeout(Pool pool) {
        this.databaseAnswers = Uni.createFrom()
                .deferred(() -> pool.query("select 1").execute())
                .replaceWith(true)
                .ifNoItem()
                .after(PROBE_TIMEOUT)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false)
                .memoize()
                .atLeast(Duration.ofSeconds(1)); // one probe for all waiting requests
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FilterOrder.DATABASE_TIMEOUT.priority());
    }

    private void begin(RoutingContext context) {
        watch(context);
        context.next();
    }

    private void watch(RoutingContext context) {
        long timer = context.vertx().setTimer(WAIT.toMillis(), late -> ask(context));
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private void ask(RoutingContext context) {
        if (!isAnswered(context.response())) {
            databaseAnswers.subscribe().with(alive -> context.vertx().runOnContext(now -> decide(context, alive)));
        }
    }

    private void decide(RoutingContext context, boolean alive) {
        if (isAnswered(context.response())) {
            return;
        }
        if (alive) {
            watch(context);
            return;
        }
        context.response().putHeader("Retry-After", "2");
        FilterProblem.end(context, RequestProblem.UNAVAILABLE, "The database does not respond; try again");
    }

    private static boolean isAnswered(HttpServerResponse response) {
        return response.headWritten() || response.ended() || response.closed();
    }
}
