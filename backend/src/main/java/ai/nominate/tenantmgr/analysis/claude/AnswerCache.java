package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.job.Reactive;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Usable answers by request. A request holds the images, the table, the model and the rules, so an equal one would be answered
 * alike; this way it is answered the same, at once and without cost. Blocks.
 */
@ApplicationScoped
class AnswerCache {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIND = "select answer from ai_answer where key = :key and created_at > :since";
    private static final String FORGET = "delete from ai_answer where created_at <= :since";
    private static final String PUT = """
            insert into ai_answer (key, model, answer, created_at) values (:key, :model, :answer, :at)
            on conflict (key) do update set answer = excluded.answer, created_at = excluded.created_at""";

    private final Clock clock;

    AnswerCache(Clock clock) {
        this.clock = clock;
    }

    static String key(MessageRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(request));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<String> find(String key) {
        return Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FIND, String.class)
                        .setParameter("key", key)
                        .setParameter("since", clock.instant().minus(KEPT))
                        .getSingleResultOrNull())
                .map(Optional::ofNullable));
    }

    void put(String key, String model, String answer) {
        Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FORGET)
                        .setParameter("since", clock.instant().minus(KEPT))
                        .executeUpdate()
                        .flatMap(done -> session.createNativeQuery(PUT)
                                .setParameter("key", key)
                                .setParameter("model", model)
                                .setParameter("answer", answer)
                                .setParameter("at", clock.instant())
                                .executeUpdate())));
    }
}
