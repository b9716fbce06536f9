package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.auth.AdminReset;
import ai.nominate.tenantmgr.auth.credential.SigningKeys;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.file.StartLock;
import ai.nominate.tenantmgr.host.postgres.EmbeddedPostgres;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.AuditKey;
import ai.nominate.tenantmgr.settings.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Maintenance commands for the owner of a home, run from a terminal with or without a running manager. */
final class OfflineCommands {
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration POSTGRES = Duration.ofMinutes(2);
    private static final String NO_TABLE = "42P01";
    private static final String NO_COLUMN = "42703";

    private final Home home;

    OfflineCommands(Home home) {
        this.home = home;
    }

    /**
     * @return the message for the owner
     * @throws IllegalArgumentException with the reason if the command fails
     */
    String run(String... words) {
        return switch (String.join(" ", List.of(words))) {
            case "reset-admin" -> resetAdmin(System.getenv("TENANTMGR_ADMIN_PASSWORD"));
            case "rotate-jwt" -> rotateKey(false);
            case "rotate-jwt end-all" -> rotateKey(true);
            default ->
                throw new IllegalArgumentException("Use reset-admin, rotate-jwt or rotate-jwt end-all, or no command.");
        };
    }

    private String resetAdmin(String given) {
        String password = Installation.isGiven(given) ? Installation.usable(given) : Installation.newPassword();
        // a manager that starts meanwhile waits: two would start the embedded PostgreSQL
        try (StartLock lock = StartLock.take(home, START)) {
            withDatabase(System.getenv("TENANTMGR_DATABASE_URL"), new Secret(password));
        }
        SafeFiles.write(home.adminPassword(), password + "\n", Installation.OWNER_ONLY);
        return "admin has a new password and must sign in again; the password is in " + home.adminPassword();
    }

    private void withDatabase(String url, Secret password) {
        if (url != null && !url.isBlank()) {
            reset(url, password);
            return;
        }
        if (!Files.exists(home.postgres())) {
            throw new IllegalArgumentException(
                    "The home " + home.root() + " has no database yet: start the product first.");
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(home);
        boolean wasRunning = postgres.isRunning();
        String address = DatabaseUrls.url(postgres.prepare());
        postgres.launch();
        try {
            postgres.await(POSTGRES);
            reset(address, password);
        } finally {
            if (!wasRunning) {
                postgres.stop();
            }
        }
    }

    private void reset(String url, Secret password) {
        Map<String, String> database = DatabaseUrls.of(url, null);
        Properties login = new Properties();
        login.setProperty("user", database.get("quarkus.datasource.username"));
        login.setProperty("password", database.get("quarkus.datasource.password"));
        try (Connection connection =
                new org.postgresql.Driver().connect(database.get("quarkus.datasource.jdbc.url"), login)) {
            AdminReset.run(connection, auditKey(), password);
        } catch (SQLException e) {
            boolean old = NO_TABLE.equals(e.getSQLState()) || NO_COLUMN.equals(e.getSQLState());
            throw new IllegalArgumentException(
                    old
                            ? "This version has not used the database yet: start the product first."
                            : "The database refused the connection: " + e.getMessage(),
                    e);
        }
    }

    private AuditKey auditKey() {
        try {
            return new AuditKey(new SecretBox(Files.readString(home.secretKeys())));
        } catch (NoSuchFileException e) {
            throw noKeys(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalArgumentException noKeys(IOException cause) {
        return new IllegalArgumentException(
                "The home " + home.root() + " has no keys yet: start the product first.", cause);
    }

    private String rotateKey(boolean endAll) {
        try {
            String old = Files.readString(home.signingKeys());
            String rotated = SigningKeys.rotated(old, Instant.now(), endAll);
            SafeFiles.write(home.signingKeys(), rotated, Installation.OWNER_ONLY);
            return endAll
                    ? "Access tokens are signed with a new key; all existing tokens are invalid."
                    : "Access tokens are signed with a new key; existing tokens stay valid until they expire.";
        } catch (NoSuchFileException e) {
            throw noKeys(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
