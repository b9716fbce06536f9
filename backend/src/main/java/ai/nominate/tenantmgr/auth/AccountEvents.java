package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * The topic {@code users}: accounts, their tokens, and sign-ins that are over. Every change that can end a credential has an
 * event here, because each manager ends the streams that were opened with it when it reads that.
 */
@ApplicationScoped
class AccountEvents {
    static final EventTopic TOPIC = new EventTopic("users", Role.ADMIN);
    static final String USER = "userId";
    static final String SESSION = "sessionId";

    private final EventLog events;

    AccountEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> created(User user) {
        return append("user.created", account(user));
    }

    /** Its role, its password or whether it may sign in; ends its sessions and tokens. */
    Uni<Void> changed(User user) {
        return append("user.changed", account(user));
    }

    static void changed(Connection connection, UUID user) throws SQLException {
        EventLog.append(connection, TOPIC, "user.changed", Map.of(USER, user.toString()));
    }

    Uni<Void> removed(User user) {
        return append("user.removed", account(user));
    }

    Uni<Void> tokenCreated(UUID user) {
        return append("token.created", Map.of(USER, user.toString()));
    }

    Uni<Void> tokenRemoved(UUID user) {
        return append("token.removed", Map.of(USER, user.toString()));
    }

    Uni<Void> sessionEnded(UUID session) {
        return append("session.ended", Map.of(SESSION, session.toString()));
    }

    private static Map<String, ?> account(User user) {
        return Map.of(
                USER, user.id.toString(), "username", user.username, "role", user.role, "disabled", user.disabled);
    }

    private Uni<Void> append(String type, Map<String, ?> payload) {
        return events.append(TOPIC, null, type, payload);
    }
}
