package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Uuid7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * The certificate files: one directory per issuance that appears complete or not at all, so that a key never meets the
 * chain of another. A directory is never changed. Keys are readable by the directory's group, which is NGINX's group on
 * a server.
 */
public final class CertificateFiles {
    private static final Pattern ID = Pattern.compile("c[0-9a-f]{32}");
    private static final Pattern OWN = Pattern.compile(ID + "|\\." + ID + "\\.tmp");
    private static final String CHAIN = "fullchain.pem";
    private static final String KEY = "key.pem";
    private static final int DNS = 2;
    private final Path root;

    public CertificateFiles(Home home) {
        this.root = home.certificates();
    }

    /** @param chain the leaf certificate first */
    IssuedCertificate save(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        String id = "c" + Uuid7.next().toString().replace("-", "");
        SafeFiles.directory(root, "rwxr-xr-x");
        Path unfinished = SafeFiles.directory(root.resolve("." + id + ".tmp"), "rwxr-x---");
        try {
            SafeFiles.write(unfinished.resolve(KEY), Pem.of(key), "rw-r-----");
            SafeFiles.write(unfinished.resolve(CHAIN), Pem.of(chain), "rw-r--r--");
            Files.move(unfinished, directory(id), StandardCopyOption.ATOMIC_MOVE);
            SafeFiles.sync(root);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + directory(id), e);
        } finally {
            SafeFiles.deleteTree(unfinished);
        }
        return read(id).orElseThrow();
    }

    /** The stored certificate; empty if there is none, or the chain does not match its key. */
    public Optional<IssuedCertificate> read(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            X509Certificate leaf =
                    Pem.chain(Files.readString(directory(id).resolve(CHAIN))).getFirst();
            PrivateKey key = Pem.key(Files.readString(directory(id).resolve(KEY)));
            return Pem.matches(key, leaf) ? Optional.of(issued(id, leaf)) : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The leaf certificate itself. @throws GeneralSecurityException if there is none */
    X509Certificate leaf(String id) throws GeneralSecurityException {
        try {
            return Pem.chain(Files.readString(directory(id).resolve(CHAIN))).getFirst();
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The directories that were last changed before this time, finished or not, by their names. */
    List<String> older(Instant moment) {
        if (!Files.isDirectory(root)) {
            return new ArrayList<>();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "{c,.c}*")) {
            List<String> names = new ArrayList<>();
            for (Path entry : entries) {
                if (OWN.matcher(entry.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(moment)) {
                    names.add(entry.getFileName().toString());
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + root, e);
        }
    }

    /** Removes it permanently. NGINX must use another certificate first. */
    void remove(String id) {
        SafeFiles.deleteTree(directory(id));
    }

    /** The file with the chain, the leaf certificate first. */
    Path chain(String id) {
        return directory(id).resolve(CHAIN);
    }

    /** The directory for NGINX; the files are {@code fullchain.pem} and {@code key.pem}. */
    public Path directory(String id) {
        return root.resolve(id);
    }

    static IssuedCertificate issued(String id, X509Certificate leaf) throws GeneralSecurityException {
        Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
        return new IssuedCertificate(
                id,
                commonName(leaf.getIssuerX500Principal().getName()),
                leaf.getSerialNumber().toString(16),
                leaf.getNotBefore().toInstant(),
                leaf.getNotAfter().toInstant(),
                alternatives == null
                        ? List.of()
                        : alternatives.stream().flatMap(CertificateFiles::host).toList(),
                alternatives == null
                        ? List.of()
                        : alternatives.stream()
                                .flatMap(CertificateFiles::wildcard)
                                .toList());
    }

    private static Stream<String> wildcard(List<?> alternative) {
        if (!alternative.getFirst().equals(DNS)) {
            return Stream.empty();
        }
        String name = ((String) alternative.getLast()).toLowerCase(Locale.ROOT);
        return IssuedCertificate.isWildcard(name) ? Stream.of(name) : Stream.empty();
    }

    /** Addresses are ignored: they do not cover a tenant's host. */
    private static Stream<DomainName> host(List<?> alternative) {
        if (!alternative.getFirst().equals(DNS)) {
            return Stream.empty();
        }
        try {
            return Stream.of(new DomainName(((String) alternative.getLast()).toLowerCase(Locale.ROOT)));
        } catch (InvalidValue e) {
            return Stream.empty();
        }
    }

    private static String commonName(String distinguished) {
        try {
            return new LdapName(distinguished)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .findFirst()
                            .orElse(distinguished);
        } catch (InvalidNameException e) {
            return distinguished;
        }
    }
}
