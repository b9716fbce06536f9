package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;

/** Tokens of users for tests that need only a role; each is created on first use. */
public final class TestTokens {
    private static final String USER = """
            insert into app_user (id, username, password_hash, role) values (?, ?, 'nobody can sign in with this', ?)
            on conflict do nothing""";
    private static final String SESSION = """
            insert into refresh_family (id, user_id, token_hash, session_epoch, expires_at)
            values (?, ?, '', 0, '2999-01-01') on conflict do nothing""";

    private TestTokens() {}

    /** As issued by {@link AccessTokens}. */
    public static String of(Role role) {
        String name = "some-" + role.id();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        try (var connection = bean(AgroalDataSource.class).getConnection();
                var user = connection.prepareStatement(USER);
                var session = connection.prepareStatement(SESSION)) {
            user.setObject(1, id);
            user.setString(2, name);
            user.setString(3, role.id());
            user.executeUpdate();
            session.setObject(1, id);
            session.setObject(2, id);
            session.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return bean(AccessTokens.class).issue(id, id, 0);
    }

    public static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
