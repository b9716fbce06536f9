package ai.nominate.tenantmgr.backup.bundle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a bundle contains, and of what. Not encrypted, so that its owner can be told without a key: it names no secret. Written and
 * signed last; a directory without it is no backup.
 *
 * @param format 1
 * @param reason {@code scheduled}, {@code manual}, {@code before-migration}, {@code before-delete} or {@code before-restore}
 * @param serverVersion version of the database server; null if the tenant has no database
 * @param dumpVersion version of pg_dump; null if the tenant has no database
 * @param release what was live; null if nothing was
 * @param rowCounts rows by {@code schema.table}, counted in the dump's snapshot
 * @param files number of files in the part {@code files}
 * @param configurationVersion newest version of the configuration, 0 if there is none
 * @param themeVersion null if the tenant has no theme
 * @param recipients public keys for which each part is encrypted, as age writes them
 * @param signer public key of the signature
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BundleManifest(
        int format,
        UUID backupId,
        UUID tenantId,
        String slug,
        Instant createdAt,
        String reason,
        String serverVersion,
        String dumpVersion,
        Release release,
        List<Part> parts,
        Map<String, Long> rowCounts,
        long files,
        int configurationVersion,
        Integer themeVersion,
        List<String> recipients,
        String signer) {
    public static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    static final String SIGNATURE = "manifest.sig";

    public static final String DATABASE = "database.dump";
    public static final String FILES = "files";
    public static final String CONFIGURATION = "configuration.json";
    public static final String THEME = "theme.json";

    public BundleManifest {
        parts = parts == null ? List.of() : List.copyOf(parts);
        rowCounts = rowCounts == null ? Map.of() : new TreeMap<>(rowCounts);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Bytes of all parts as they are stored. */
    public long cipherBytes() {
        return parts.stream().mapToLong(Part::cipherBytes).sum();
    }

    /** Bytes of all parts when they are unpacked. */
    public long plainBytes() {
        return parts.stream().mapToLong(Part::plainBytes).sum();
    }

    public long rows() {
        return rowCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    BundleManifest sealed(List<Part> written, List<String> readers, String by) {
        return new BundleManifest(
                FORMAT,
                backupId,
                tenantId,
                slug,
                createdAt,
                reason,
                serverVersion,
                dumpVersion,
                release,
                written,
                rowCounts,
                files,
                configurationVersion,
                themeVersion,
                readers,
                by);
    }

    /**
     * @param id the release's own id
     * @param digest of the release's manifest
     * @param migration the newest migration; null if unknown
     */
    public record Release(String id, String commit, String ref, String digest, String migration) {}

    /**
     * @param name {@code database.dump}, {@code files} (a tar archive), {@code configuration.json} or {@code theme.json}
     * @param plainSha256 in hexadecimal
     */
    public record Part(String name, long plainBytes, String plainSha256, long cipherBytes, String cipherSha256) {
        /** The name of its file, which says how it is read: {@code age -d | zstd -d}. */
        public String file() {
            return file(name);
        }

        /** The file of the part of a name. */
        public static String file(String name) {
            return name.equals(FILES) ? "files.tar.zst.age" : name + ".zst.age";
        }
    }
}
