package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal in our words before a request has reached a resource. */
final class Refusal {
    private Refusal() {}

    static void send(RoutingContext context, Problem problem, String detail) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemMapper.PROBLEM_JSON)
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", detail)
                        .put("code", problem.code())
                        .put("instance", Uuid7.next().toString())
                        .encode());
    }
}
