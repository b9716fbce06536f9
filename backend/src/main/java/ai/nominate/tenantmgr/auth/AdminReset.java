package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.AuditSignature;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.auth.password.SignInBackoff;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.Uuid7;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * Restores access for the owner of the machine: sets a new password for the account admin, in any state of the account.
 */
public final class AdminReset {
    private static final int COST = 12;
    private static final String ACCOUNT = """
            insert into app_user (id, username, password_hash, role, created_at) values (?, ?, ?, ?, ?)
            on conflict (lower(username)) do update set password_hash = excluded.password_hash, role = excluded.role,
                disabled = false, session_epoch = app_user.session_epoch + 1
            returning id""";

    private AdminReset() {}

    /** Runs in one transaction. Ends all sessions of the account and clears its sign-in back-off. */
    public static void run(Connection connection, AuditSignature signature, Secret password) throws SQLException {
        Instant now = Instant.now();
        connection.setAutoCommit(false);
        UUID admin;
        try (var account = connection.prepareStatement(ACCOUNT)) {
            account.setObject(1, Uuid7.next());
            account.setString(2, FirstUser.NAME);
            account.setString(3, Passwords.hash(password.reveal(), COST));
            account.setString(4, Role.ADMIN_NAME);
            account.setObject(5, now.atOffset(ZoneOffset.UTC));
            try (var made = account.executeQuery()) {
                made.next();
                admin = made.getObject(1, UUID.class);
            }
        }
        delete(connection, "refresh_family where user_id = ?", admin);
        delete(connection, "api_token where user_id = ?", admin);
        delete(connection, "sign_in_failure where account = ?", SignInBackoff.Attempt.account(FirstUser.NAME));
        Change change = Change.created(
                "user.change", FirstUser.NAME, null, Map.of("role", Role.ADMIN_NAME, "password", password));
        Audit.record(connection, signature, Actor.MANAGER, change, now);
        AccountEvents.changed(connection, admin);
        connection.commit();
    }

    private static void delete(Connection connection, String what, Object of) throws SQLException {
        try (var delete = connection.prepareStatement("delete from " + what)) {
            delete.setObject(1, of);
            delete.executeUpdate();
        }
    }
}
