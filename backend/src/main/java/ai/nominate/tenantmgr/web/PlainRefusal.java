package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal before any resource is asked, in the same form as {@link ProblemMapper}'s. */
final class PlainRefusal {
    private PlainRefusal() {}

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
