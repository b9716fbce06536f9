package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.kernel.Uuid7;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rows as JSON, so that one statement takes a batch of any size as one parameter. */
final class HealthJson {
    private HealthJson() {}

    static JsonObject sample(CheckResult result) {
        return check(result.check().tenant(), result.check().kind().code())
                .put("at", result.at().toString())
                .put("verdict", result.verdict().code())
                .put("latency", result.outcome().latencyMs());
    }

    static JsonObject state(CheckKey check, CheckState state) {
        return check(check.tenant(), check.kind().id())
                .put("health", state.health().id())
                .put("since", state.since().toString())
                .put("next", state.next().id())
                .put("streak", state.streak())
                .put("flapping", state.isFlapping())
                .put("recent", state.recent().letters())
                .put("at", state.at().toString())
                .put("verdict", String.valueOf(state.latest().verdict().letter()))
                .put("latency", state.latest().latencyMs())
                .put("detail", text(state.latest().detail()));
    }

    static JsonObject opened(CheckChange change) {
        return closed(change)
                .put("id", Uuid7.next().toString())
                .put("health", change.now().health().id())
                .put("cause", text(change.cause()));
    }

    static JsonObject closed(CheckChange change) {
        return check(change.check().tenant(), change.check().kind().id())
                .put("at", change.now().since().toString());
    }

    private static JsonObject check(UUID tenant, Object kind) {
        return new JsonObject().put("tenant", tenant.toString()).put("kind", kind);
    }

    /** PostgreSQL stores neither NUL nor half a pair of surrogates. */
    private static String text(String text) {
        return new String(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
