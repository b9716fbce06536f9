package ai.nominate.tenantmgr.backup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.kernel.ProblemException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final Instant NOW = Instant.parse("2026-11-28T02:30:00Z");
    private static final BackupKeys KEYS = BackupKeys.parse(BackupKeys.generate(NOW));
    private static final BackupKeys OTHERS = BackupKeys.parse(BackupKeys.generate(NOW));
    private static final byte[] DUMP =
            "PGDMP and much data, and much data, and much data".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private final UUID id = UUID.randomUUID();
    private Path stored;

    @BeforeEach
    void written() throws IOException {
        stored = write(KEYS, id, DUMP);
    }

    @Test
    void gives_back_what_was_written() throws IOException {
        UnpackedBundle unpacked = BundleReader.of(KEYS).open(bundle(), temporary.resolve("into"));

        assertThat(unpacked.database().orElseThrow()).hasBinaryContent(DUMP);
        assertThat(unpacked.files().orElseThrow().resolve("storage/uploads/a.txt"))
                .hasContent("a");
        assertThat(unpacked.files().orElseThrow().resolve("storage/link"))
                .isSymbolicLink()
                .hasContent("a");
        assertThat(unpacked.configuration().orElseThrow()).hasContent("{\"KEY\":\"a secret\"}");
        assertThat(unpacked.theme()).isEmpty();
        assertThat(unpacked.manifest().rowCounts()).containsEntry("public.person", 3L);
        assertThat(unpacked.manifest().recipients()).isEqualTo(KEYS.recipients());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void is_read_by_the_recovery_key_alone_with_an_age_layer_around_a_zstd_layer() throws Exception {
        String recovery = KEYS.recoveryIdentity().orElseThrow();
        Path file = stored.resolve("database.dump.zst.age");

        assertThat(Files.readAllBytes(file)).startsWith("age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel = FileChannel.open(file);
                InputStream zstd = Channels.newInputStream(new StandardDecryptingChannelFactory()
                        .newDecryptingChannel(
                                channel,
                                List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(recovery))))) {
            byte[] frame = zstd.readAllBytes();

            assertThat(frame).startsWith(0x28, 0xb5, 0x2f, 0xfd);
            assertThat(com.github.luben.zstd.Zstd.decompress(frame, DUMP.length))
                    .isEqualTo(DUMP);
        }
    }

    @Test
    void names_no_secret_outside_of_its_encrypted_parts() throws IOException {
        for (Path file : List.of(stored.resolve("manifest.json"), stored.resolve("configuration.json.zst.age"))) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
        }
    }

    @Test
    void is_refused_when_it_is_truncated() throws IOException {
        Path part = stored.resolve("database.dump.zst.age");
        byte[] whole = Files.readAllBytes(part);
        Files.write(part, java.util.Arrays.copyOf(whole, whole.length - 1));
        refused("truncated");
        Files.delete(part);
        refused("truncated");
        Files.delete(stored.resolve("manifest.json"));
        refused("truncated");
    }

    @Test
    void is_refused_when_any_bit_is_flipped() throws IOException {
        for (String file : List.of("database.dump.zst.age", "files.tar.zst.age", "manifest.json", "manifest.sig")) {
            byte[] whole = Files.readAllBytes(stored.resolve(file));
            byte[] damaged = whole.clone();
            damaged[whole.length / 2] ^= 4;
            Files.write(stored.resolve(file), damaged);
            refused("altered");
            Files.write(stored.resolve(file), whole);
        }
    }

    @Test
    void is_refused_when_two_parts_are_swapped() throws IOException {
        Path one = stored.resolve("database.dump.zst.age");
        Path other = stored.resolve("configuration.json.zst.age");
        Path aside = temporary.resolve("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);

        assertThatThrownBy(() -> BundleReader.of(KEYS).open(bundle(), temporary.resolve("into")))
                .isInstanceOf(ProblemException.class);
        assertThat(temporary.resolve("into")).doesNotExist();
    }

    @Test
    void is_refused_with_a_part_of_another_backup_of_the_same_installation() throws IOException {
        Path other = write(KEYS, UUID.randomUUID(), DUMP);
        Files.copy(
                other.resolve("database.dump.zst.age"),
                stored.resolve("database.dump.zst.age"),
                StandardCopyOption.REPLACE_EXISTING);
        refused("altered");
    }

    @Test
    void is_refused_when_another_installation_signed_it_or_it_is_another_backup() throws IOException {
        stored = write(OTHERS, id, DUMP);
        refused("foreign");
        stored = write(KEYS, UUID.randomUUID(), DUMP);
        refused("foreign");
    }

    @Test
    void is_refused_by_a_key_for_which_it_was_not_encrypted() {
        refused("wrong-key", BundleReader.of(OTHERS, KEYS.signer()::equals));
    }

    @Test
    void is_refused_without_a_signature_and_without_content() throws IOException {
        byte[] signature = Files.readAllBytes(stored.resolve("manifest.sig"));
        Files.delete(stored.resolve("manifest.sig"));
        refused("unsigned");
        Files.write(stored.resolve("manifest.sig"), new byte[0]);
        refused("empty");
        Files.write(stored.resolve("manifest.sig"), signature);
        Files.write(stored.resolve("manifest.json"), new byte[0]);
        refused("empty");
        stored = write(KEYS, id, new byte[0]);
        refused("empty");
    }

    @Test
    void is_refused_in_a_newer_format() throws IOException {
        Path manifest = stored.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
        refused("newer-format");
    }

    @Test
    void gets_along_without_the_downloaded_recovery_key() throws IOException {
        BackupKeys keys = BackupKeys.parse(KEYS.downloaded(NOW).text());

        assertThat(keys.recoveryIdentity()).isEmpty();
        assertThat(keys.recipients()).isEqualTo(KEYS.recipients());
        assertThat(BundleReader.of(keys).read(bundle()).backupId()).isEqualTo(id);
    }

    private void refused(String reason) {
        refused(reason, BundleReader.of(KEYS));
    }

    private void refused(String reason, BundleReader reader) {
        Path into = temporary.resolve("into");
        assertThatThrownBy(() -> reader.open(bundle(), into))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("backup." + reason));
        assertThat(into).doesNotExist();
    }

    private StoredBundle bundle() {
        return new DirectoryBundle(stored, Optional.of(id));
    }

    private Path write(BackupKeys keys, UUID backup, byte[] dump) throws IOException {
        Path storage =
                Files.createDirectories(temporary.resolve("storage/uploads")).getParent();
        Files.writeString(storage.resolve("uploads/a.txt"), "a");
        if (!Files.exists(storage.resolve("link"))) {
            Files.createSymbolicLink(storage.resolve("link"), Path.of("uploads/a.txt"));
            Files.createSymbolicLink(storage.resolve("away"), Path.of("/etc/passwd"));
        }
        Path directory = Files.createTempDirectory(temporary, "bundle");
        BundleWriter writer = new BundleWriter(directory, keys);
        writer.add(BundleManifest.DATABASE, out -> out.write(dump));
        FilePacking packing = new FilePacking(() -> {}).with("storage", storage);
        Part files = writer.add(BundleManifest.FILES, packing::writeTo);
        assertThat(files.plainBytes()).isPositive();
        assertThat(packing.leftOut()).singleElement().asString().contains("away");
        writer.add(
                BundleManifest.CONFIGURATION,
                out -> out.write("{\"KEY\":\"a secret\"}".getBytes(StandardCharsets.UTF_8)));
        writer.seal(new BundleManifest(
                1,
                backup,
                UUID.randomUUID(),
                "acme",
                NOW,
                "manual",
                "15.18",
                "15.18",
                null,
                List.of(),
                Map.of("public.person", 3L),
                packing.files(),
                1,
                null,
                List.of(),
                null));
        return directory;
    }
}
