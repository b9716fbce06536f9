package ai.nominate.tenantmgr.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The invariants of every answer. */
final class Verdict {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGE = 1_000_000;
    /** Above this size the server refuses URL or headers without a body. */
    private static final int LONG = 15_000;

    private static final Pattern INSIDES = Pattern.compile(
            "java\\.(lang|util|io|net|sql|time)\\b|jakarta\\.|io\\.(quarkus|vertx|smallrye|netty)|ai\\.nominate|org\\.(hibernate|jboss|postgresql)"
                    + "|com\\.fasterxml|[A-Za-z]Exception\\b|\\bat [a-z]+(\\.[A-Za-z0-9_$]+)+\\(|SQLSTATE|stackTrace");

    private Verdict() {}

    /** The violated invariant, or null. */
    static String on(RawRequest request, RawConnection.Answer answer) {
        int status = answer.status();
        if (status == 0) {
            // a client that sends a body that is too large may be cut off before the refusal arrives
            boolean tooLarge = request.body() != null && request.body().length > LARGE;
            return tooLarge && answer.millis() < 9_000 ? null : "no answer: " + answer.body();
        }
        Matcher insides = INSIDES.matcher(answer.body() + answer.headers());
        // the manager's log names its own parts, for those who may read it
        boolean isLog = status == 200 && request.target().startsWith("/api/logs");
        if (!isLog && insides.find()) {
            return "tells of its insides: " + insides.group();
        }
        if (status >= 500 && (status != 503 || answer.header("retry-after").isEmpty())) {
            return "is a fault of the server";
        }
        boolean tooLong = (status == 414 || status == 431)
                && request.target().length() + request.headers().toString().length() > LONG;
        return status >= 400 && !tooLong ? refusal(answer) : null;
    }

    private static String refusal(RawConnection.Answer answer) {
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return "a refusal that is no problem+json";
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            boolean whole = problem.path("status").asInt() == answer.status()
                    && problem.path("code").asText().contains(".")
                    && !problem.path("instance").asText().isEmpty();
            return whole ? null : "a problem without status, code or instance";
        } catch (JsonProcessingException e) {
            return "a refusal that is no JSON";
        }
    }
}
