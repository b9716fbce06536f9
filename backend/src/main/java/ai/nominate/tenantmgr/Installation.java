package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.auth.credential.SigningKeys;
import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.certificate.InternalAuthority;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.settings.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Prepares a home before the application starts: keys and the first password, each created once. */
final class Installation {
    static final String OWNER_ONLY = "rw-------";
    private static final String PROXY_HEADER = "proxy_set_header X-Tenantmgr-Proxy ";
    private final Home home;

    Installation(Home home) {
        this.home = home;
    }

    /**
     * Creates missing files and returns the properties with their paths.
     *
     * @throws IllegalArgumentException if the keys of a home in use are open, missing or damaged, or the password is invalid
     */
    Map<String, String> prepare(String givenPassword) {
        new KeyFiles(home).check();
        SafeFiles.directory(home.keys(), "rwx------");
        Path secrets = once(home.secretKeys(), () -> KeySet.generate().text());
        if (!Files.exists(home.keys().resolve("ca"))) {
            new InternalAuthority(home, Clock.systemUTC()); // makes its root
        }
        Path signing = once(home.signingKeys(), SigningKeys::generate);
        once(home.backupKeys(), () -> BackupKeys.generate(Clock.systemUTC().instant()));
        Map<String, String> properties = new HashMap<>();
        properties.put("tenantmgr.home", home.root().toString());
        properties.put("tenantmgr.secrets-key-file", secrets.toString());
        properties.put("tenantmgr.jwt-keys-file", signing.toString());
        properties.put("tenantmgr.proxy-secret", proxySecret());
        properties.put("tenantmgr.installation", identity().toString());
        properties.put("tenantmgr.admin-password", password(givenPassword));
        return properties;
    }

    /** @throws IllegalArgumentException if a given password is invalid */
    private String password(String given) {
        return isGiven(given) ? usable(given) : read(once(home.adminPassword(), () -> newPassword() + "\n"));
    }

    /**
     * Which home on which machine this is. A copy of the home is another one: the lock of the first says nothing about it. So
     * is a home that was moved, until its lease has run out once.
     */
    private UUID identity() {
        String number = read(once(home.installation(), () -> UUID.randomUUID() + "\n"));
        String place = realPath(home.root()) + "\n" + machine();
        return UUID.nameUUIDFromBytes((number + "\n" + place).getBytes(StandardCharsets.UTF_8));
    }

    private static Path realPath(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        Path id = Path.of("/etc/machine-id");
        return Files.isReadable(id) ? read(id) : "";
    }

    private String proxySecret() {
        String header = read(once(home.proxyHeader(), () -> PROXY_HEADER + newPassword() + ";\n"));
        return header.substring(PROXY_HEADER.length(), header.length() - 1);
    }

    static boolean isGiven(String password) {
        return password != null && !password.isBlank();
    }

    static String usable(String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > 72) {
            throw new IllegalArgumentException("TENANTMGR_ADMIN_PASSWORD must have at most 72 bytes");
        }
        return password;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path once(Path file, Supplier<String> content) {
        if (!Files.exists(file)) {
            SafeFiles.write(file, content.get(), OWNER_ONLY);
        }
        return file;
    }

    static String newPassword() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
