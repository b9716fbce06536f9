package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.host.Home;
import ai.nominate.tenantmgr.host.SafeFiles;
import ai.nominate.tenantmgr.settings.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a home has before the first start of the application: its keys and the first password, each made once. */
final class Installation {
    private static final String OWNER_ONLY = "rw-------";
    private final Home home;

    Installation(Home home) {
        this.home = home;
    }

    /** Makes what is missing and answers the properties that tell the application where it is. */
    Map<String, String> prepare(String givenPassword) {
        SafeFiles.directory(home.keys(), "rwx------");
        Path secrets =
                once(home.keys().resolve("secrets.json"), () -> KeySet.fresh().text());
        Path privateKey = home.keys().resolve("jwt-private.pem");
        Path publicKey = home.keys().resolve("jwt-public.pem");
        if (!Files.exists(privateKey) || !Files.exists(publicKey)) {
            KeyPair pair = signingKeys();
            SafeFiles.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()), OWNER_ONLY);
            SafeFiles.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), OWNER_ONLY);
        }
        Map<String, String> properties = new HashMap<>();
        properties.put("tenantmgr.home", home.root().toString());
        properties.put("tenantmgr.secrets-key-file", secrets.toString());
        properties.put("smallrye.jwt.sign.key.location", privateKey.toUri().toString());
        properties.put("mp.jwt.verify.publickey.location", publicKey.toUri().toString());
        properties.put("tenantmgr.admin-password", password(givenPassword));
        return properties;
    }

    private String password(String given) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        try {
            return Files.readString(once(home.adminPassword(), Installation::newPassword))
                    .strip();
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

    private static String newPassword() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    }

    private static KeyPair signingKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
