package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.auth.credential.SigningKeys;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.settings.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a home has before the first start of the application: its keys and the first password, each made once. */
final class Installation {
    static final String OWNER_ONLY = "rw-------";
    private static final String PROXY_HEADER = "proxy_set_header X-Tenantmgr-Proxy ";
    private final Home home;

    Installation(Home home) {
        this.home = home;
    }

    /** Makes what is missing and answers the properties that tell the application where it is. */
    Map<String, String> prepare(String givenPassword) {
        SafeFiles.directory(home.keys(), "rwx------");
        Path secrets =
                once(home.keys().resolve("secrets.json"), () -> KeySet.fresh().text());
        Path signing = once(home.signingKeys(), SigningKeys::fresh);
        Map<String, String> properties = new HashMap<>();
        properties.put("tenantmgr.home", home.root().toString());
        properties.put("tenantmgr.secrets-key-file", secrets.toString());
        properties.put("tenantmgr.jwt-keys-file", signing.toString());
        properties.put("tenantmgr.proxy-secret", proxySecret());
        properties.put("tenantmgr.admin-password", password(givenPassword));
        return properties;
    }

    /** @throws IllegalArgumentException when a given password cannot be one */
    private String password(String given) {
        return isGiven(given) ? usable(given) : read(once(home.adminPassword(), () -> newPassword() + "\n"));
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
