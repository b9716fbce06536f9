package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Ends a request before it reaches a resource, with a problem in the standard format. */
public final class FilterProblem {
    private static final Duration LINGER = Duration.ofSeconds(2);

    private FilterProblem() {}

    public static void end(RoutingContext context, RequestProblem problem, String detail) {
        String instance = Uuid7.next().toString();
        RefusalLog.refused(instance, problem, detail);
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemMapper.PROBLEM_JSON)
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", detail)
                        .put("code", problem.code())
                        .put("instance", instance)
                        .encode());
    }

    /**
     * The rest of the body is not read, so the connection cannot be reused; the caller gets time to read the answer.
     */
    public static void endUnread(RoutingContext context, RequestProblem problem, String detail) {
        context.response().putHeader("Connection", "close");
        end(context, problem, detail);
        context.vertx()
                .setTimer(
                        LINGER.toMillis(),
                        later -> context.request().connection().close());
    }
}
