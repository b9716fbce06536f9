package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.credential.AccountTopic;
import ai.nominate.tenantmgr.event.EventLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Writes the events of accounts, in the transaction of each change. */
@ApplicationScoped
class AccountEvents {
    private final EventLog events;

    AccountEvents(EventLog events) {
        this.events = events;
    }

    Uni<Void> created(User user) {
        return append("user.created", account(user));
    }

    /** Its role, its password or whether it may sign in; ends its sessions and tokens. */
    Uni<Void> changed(User user) {
        return append("user.changed", account(user));
    }

    static void changed(Connection connection, UUID user) throws SQLException {
        EventLog.append(connection, AccountTopic.TOPIC, "user.changed", Map.of(AccountTopic.USER, user.toString()));
    }

    Uni<Void> removed(User user) {
        return append("user.removed", account(user));
    }

    Uni<Void> tokenCreated(UUID user) {
        return append("token.created", Map.of(AccountTopic.USER, user.toString()));
    }

    Uni<Void> tokenRemoved(UUID user) {
        return append("token.removed", Map.of(AccountTopic.USER, user.toString()));
    }

    Uni<Void> sessionEnded(UUID session) {
        return append("session.ended", Map.of(AccountTopic.SESSION, session.toString()));
    }

    private static Map<String, ?> account(User user) {
        return Map.of(
                AccountTopic.USER,
                user.id.toString(),
                "username",
                user.username,
                "role",
                user.role,
                "disabled",
                user.disabled);
    }

    private Uni<Void> append(String type, Map<String, ?> payload) {
        return events.append(AccountTopic.TOPIC, null, type, payload);
    }
}
