package ai.nominate.tenantmgr.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.engine.ReactiveAfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/**
 * Writes events in the transaction of the change, at any point of it: the row is numbered when the transaction commits. An
 * event reports a change and requests nothing. All callers with access to its topic can read its payload.
 */
@ApplicationScoped
public class EventLog {
    private static final int MOST = 8000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String INSERT = """
            insert into event (topic, type, tenant_id, payload)
            values (:topic, :type, cast(:tenant as uuid), :payload)""";

    private final EventHub hub;

    EventLog(EventHub hub) {
        this.hub = hub;
    }

    /**
     * Appends an event in the caller's session and transaction. Followers get it after the commit.
     *
     * @param tenant its tenant; null if it has none: then only callers with access to all tenants get it
     * @param payload ids and changed fields in texts, numbers, booleans, lists and maps; nulls are omitted
     * @throws IllegalArgumentException when the payload is more than 8,000 characters of JSON
     */
    public Uni<Void> append(EventTopic topic, UUID tenant, String type, Map<String, ?> payload) {
        String json = json(payload);
        return Panache.getSession()
                .invoke(this::wakeAfterCommit)
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("topic", topic.name())
                        .setParameter("type", type)
                        .setParameter("tenant", tenant == null ? null : tenant.toString())
                        .setParameter("payload", json)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Same, for a program without the application, in the transaction of its connection. */
    public static void append(Connection connection, EventTopic topic, String type, Map<String, ?> payload)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into event (topic, type, payload) values (?, ?, ?)")) {
            insert.setString(1, topic.name());
            insert.setString(2, type);
            insert.setString(3, json(payload));
            insert.executeUpdate();
        }
    }

    private void wakeAfterCommit(Mutiny.Session session) {
        ReactiveAfterTransactionCompletionProcess wake = (isCommitted, same) -> {
            if (isCommitted) {
                hub.wake();
            }
            return CompletableFuture.completedFuture(null);
        };
        ((MutinySessionImpl) session)
                .unwrap(ReactiveSession.class)
                .getReactiveActionQueue()
                .registerProcess(wake);
    }

    private static String json(Map<String, ?> payload) {
        Map<String, Object> given = new TreeMap<>(payload);
        given.values().removeIf(java.util.Objects::isNull);
        try {
            String json = MAPPER.writeValueAsString(given);
            if (json.length() > MOST) {
                throw new IllegalArgumentException("an event carries ids and a few fields, not " + json.length());
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
