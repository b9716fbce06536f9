package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Key and certificate of the internal authority. Created once, because a new root would invalidate everything it
 * signed.
 */
record AuthorityRoot(PrivateKey key, X509Certificate certificate, Path file) {
    private static final String OWNER_ONLY = "rw-------";
    private static final Duration LIFETIME = Duration.ofDays(3_653);

    static AuthorityRoot loadOrCreate(Path directory, Instant now) {
        SafeFiles.directory(directory, "rwx------");
        Path keyFile = directory.resolve("key.pem");
        Path file = directory.resolve("root.pem");
        try {
            if (!Files.exists(file)) {
                create(keyFile, file, now);
            }
            Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString(OWNER_ONLY));
            PrivateKey key = Pem.key(Files.readString(keyFile));
            X509Certificate certificate = Pem.chain(Files.readString(file)).getFirst();
            if (!Pem.matches(key, certificate)) {
                throw new GeneralSecurityException("the certificate does not match the key");
            }
            return new AuthorityRoot(key, certificate, file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the internal authority in " + directory + " could not be used", e);
        }
    }

    /**
     * The certificate is written last: a key without a certificate is left by a crash and has signed nothing in use.
     */
    private static void create(Path keyFile, Path file, Instant now) throws GeneralSecurityException {
        KeyPair keys = CertificateProfile.newKeys();
        SafeFiles.write(keyFile, Pem.of(keys.getPrivate()), OWNER_ONLY);
        X509Certificate root = CertificateProfile.root(keys, now, now.plus(LIFETIME));
        SafeFiles.write(file, Pem.of(List.of(root)), "rw-r--r--");
    }
}
