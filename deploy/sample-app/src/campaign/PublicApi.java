package campaign;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Endpoints for visitors and health checks, without a token. */
final class PublicApi {
    private static final int LARGEST_SIGN_UP = 16 * 1024;
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(1);

    private final Environment environment;
    private final Persons persons;
    private final Live live;
    private final Uploads uploads;
    private final Signature signature;

    PublicApi(Environment environment, Persons persons, Live live, Uploads uploads) {
        this.environment = environment;
        this.persons = persons;
        this.live = live;
        this.uploads = uploads;
        this.signature = new Signature(environment.required("SESSION_SECRET"));
    }

    Routes routes() {
        return new Routes()
                .on("GET", "/api/health", this::health)
                .on("GET", "/api/campaign", this::campaign)
                .on("POST", "/api/persons", this::signUp)
                .on("GET", "/api/persons/count", call -> call.json(200, Map.of("count", persons.count())))
                .on("GET", "/api/events", live::follow)
                .on("GET", "/api/download", Download::send)
                .on("GET", "/api/uploads/*", uploads::get);
    }

    private void health(Call call) throws Exception {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", "ok");
        health.put("release", environment.releaseId());
        try {
            persons.reachable(HEALTH_PATIENCE);
            call.json(200, health);
        } catch (SQLException e) {
            health.put("status", "database unavailable");
            Log.warn("unhealthy", "error", e.getMessage());
            call.json(503, health);
        }
    }

    private void campaign(Call call) throws Exception {
        Map<String, Object> campaign = new LinkedHashMap<>(live.snapshot());
        campaign.put("tenant", environment.text("TENANT_SLUG", ""));
        campaign.put("domain", environment.text("TENANT_DOMAIN", ""));
        campaign.put("release", Map.of("id", environment.releaseId(), "label", environment.releaseLabel()));
        call.json(200, campaign);
    }

    /** A script gets JSON, a plain form a page, with the same validation. */
    private void signUp(Call call) throws Exception {
        Persons.Place place;
        try {
            place = persons.add(SignUp.of(call.fields(LARGEST_SIGN_UP)));
        } catch (Refused e) {
            if (call.wantsJson() || e.fields.isEmpty()) {
                throw e;
            }
            call.redirect("/?check=" + String.join(",", e.fields.keySet()) + "#sign");
            return;
        }
        live.nudge();
        String thanks = "/thanks?n=" + place.number() + "&s=" + signature.of("thanks:" + place.number());
        if (call.wantsJson()) {
            call.json(
                    place.alreadySigned() ? 200 : 201,
                    Map.of("number", place.number(), "alreadySigned", place.alreadySigned(), "thanks", thanks));
        } else {
            call.redirect(thanks);
        }
    }
}
