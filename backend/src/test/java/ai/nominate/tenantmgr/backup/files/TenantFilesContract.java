package ai.nominate.tenantmgr.backup.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.unit.PipedTasks;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of the files of a tenant that only its own tasks can read, whichever driver runs them. */
abstract class TenantFilesContract {
    static final TenantSlug ACME = new TenantSlug("acme");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path scratch;

    private final RunScope scope = new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, LineSink.NONE);
    private TenantTasks tasks;
    private TenantFiles files;
    private TenantArchive archive;
    private StagedFiles staged;

    abstract Home home();

    abstract Supervisor supervisor();

    abstract Runner runner();

    /** Where the machine has what the tenant sees as its storage. */
    abstract Path storage();

    @BeforeEach
    void parts() {
        files = new TenantFiles(home());
        tasks = new TenantTasks(supervisor(), new PipedTasks(supervisor(), runner(), home()));
        archive = new TenantArchive(tasks, files, home());
        staged = new StagedFiles(tasks, archive, files);
        asTenant("rm -rf -- .[!.]* *");
    }

    @Test
    void what_is_packed_is_what_the_tenant_has_stored_and_its_live_slot_has_written() throws IOException {
        String longName = "n".repeat(150);
        asTenant("mkdir -p uploads/empty uploads/deep/er; printf a >uploads/a.txt; printf tool >uploads/tool;"
                + " chmod +x uploads/tool; printf ž >uploads/deep/er/žluť; printf l >uploads/" + longName
                + "; ln -s a.txt uploads/link; ln uploads/a.txt uploads/again; truncate -s 3M uploads/holes;"
                + " printf end >>uploads/holes; mkdir .tenantmgr; printf x >.tenantmgr/x;"
                + " mkdir -p ../writable/a; printf w >../writable/a/cache");

        Map<String, String> packed = packed(Optional.of(Slot.A));

        assertThat(packed)
                .containsEntry("storage/uploads/a.txt", "file a")
                .containsEntry("storage/uploads/again", "file a")
                .containsEntry("storage/uploads/tool", "program tool")
                .containsEntry("storage/uploads/deep/er/žluť", "file ž")
                .containsEntry("storage/uploads/" + longName, "file l")
                .containsEntry("storage/uploads/link", "link a.txt")
                .containsEntry("storage/uploads/holes", "file " + "\0".repeat(3 << 20) + "end")
                .containsEntry("storage/uploads/empty/", "directory")
                .containsEntry("writable/cache", "file w")
                .doesNotContainKey("storage/.tenantmgr/x");
    }

    @Test
    void a_tenant_without_files_has_an_empty_archive() throws IOException {
        assertThat(packed(Optional.empty())).containsExactly(Map.entry("storage/", "directory"));
    }

    @Test
    void what_leads_out_or_is_no_file_is_left_out_and_named() throws IOException {
        asTenant("printf a >good; ln -s /etc/passwd absolute; ln -s ../../../x up; ln -s good/.. hidden; mkfifo pipe;"
                + " touch \"$(printf 'latin\\377')\"");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedFiles packed = archive.pack(ACME, Optional.empty(), out, LIMIT, scope);

        assertThat(read(out).keySet()).containsExactly("storage/", "storage/good");
        assertThat(packed.leftOut())
                .hasSize(5)
                .anyMatch(line -> line.contains("absolute leads to /etc/passwd"))
                .anyMatch(line -> line.contains("up leads to"))
                .anyMatch(line -> line.contains("hidden leads to"))
                .anyMatch(line -> line.contains("pipe is no file"))
                .anyMatch(line -> line.contains("latin"));
        assertThat(packed.files()).isOne();
    }

    @Test
    void files_that_are_written_while_they_are_read_are_whole_entries_all_the_same() throws Exception {
        asTenant("head -c 20000000 /dev/zero >growing; printf a >last");
        Path growing = storage().resolve("growing");
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> writer = new FutureTask<>(() -> {
            try (FileChannel channel = FileChannel.open(growing, StandardOpenOption.WRITE)) {
                begun.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    channel.truncate(10_000_000);
                    channel.write(ByteBuffer.wrap(new byte[] {1}), 24_000_000);
                }
            }
            return true;
        });
        Thread thread = Thread.ofPlatform().start(writer);
        begun.await();
        try {
            assertThat(packed(Optional.empty())).containsEntry("storage/last", "file a");
        } finally {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void a_file_that_cannot_be_read_fails_the_backup_and_is_named() {
        asTenant("printf a >secret; chmod 0 secret; cat secret && rm secret; :");
        assumeTrue(Files.exists(storage().resolve("secret")), "nothing is unreadable here");

        assertThatThrownBy(() -> packed(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("storage/secret: Cannot open: Permission denied");
    }

    @Test
    void files_bigger_than_the_disk_are_refused_without_being_read() {
        asTenant("truncate -s 4T void");

        assertThatThrownBy(() -> archive.pack(ACME, Optional.empty(), OutputStream.nullOutputStream(), LIMIT, scope))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bigger than the disk: look at storage/void");
    }

    @Test
    void a_disk_that_is_full_ends_the_task_and_is_what_is_said() {
        asTenant("head -c 3000000 /dev/urandom >data");
        OutputStream full = new FilterOutputStream(OutputStream.nullOutputStream()) {
            private int bytes;

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                bytes += length;
                if (bytes > 1_000_000) {
                    throw new IOException("No space left on device");
                }
            }
        };

        assertThatThrownBy(() -> archive.pack(ACME, Optional.empty(), full, LIMIT, scope))
                .hasMessage("No space left on device");
    }

    @Test
    void a_cancelled_backup_ends_within_ten_seconds() throws Exception {
        asTenant("truncate -s 2G holes; head -c 30000000 /dev/zero >data");
        CountDownLatch moving = new CountDownLatch(1);
        OutputStream slow = new FilterOutputStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] buffer, int offset, int length) {
                moving.countDown();
                LockSupport.parkNanos(5_000_000);
            }
        };
        FutureTask<Throwable> backup = new FutureTask<>(() -> {
            try {
                archive.pack(ACME, Optional.empty(), slow, LIMIT, scope);
                return null;
            } catch (Throwable e) {
                return e;
            }
        });
        Thread thread = Thread.ofPlatform().start(backup);
        assertThat(moving.await(20, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(backup.get(10, TimeUnit.SECONDS)).isInstanceOf(RunInterrupted.class);
    }

    @Test
    void restored_files_take_the_place_of_the_present_ones_and_give_it_back() throws IOException {
        Path restored = Files.createDirectories(scratch.resolve("bundle/storage/uploads"));
        Files.writeString(restored.resolve("a.txt"), "restored");
        Files.createSymbolicLink(restored.resolve("link"), Path.of("a.txt"));
        Files.createDirectory(restored.resolve("empty"));
        asTenant("mkdir uploads; printf present >uploads/a.txt; printf late >uploads/late");
        UUID restore = UUID.randomUUID();

        staged.stage(ACME, restore, restored.getParent(), scope);
        assertThat(stored()).isEqualTo("uploads/a.txt=present uploads/late=late");

        staged.swap(ACME, restore, scope);
        staged.swap(ACME, restore, scope);
        assertThat(stored()).isEqualTo("uploads/a.txt=restored uploads/link=restored");
        asTenant("printf more >>uploads/a.txt");
        assertThat(packed(Optional.empty()))
                .containsOnlyKeys(
                        "storage/",
                        "storage/uploads/",
                        "storage/uploads/a.txt",
                        "storage/uploads/empty/",
                        "storage/uploads/link");

        staged.swapBack(ACME, restore, scope);
        assertThat(stored()).isEqualTo("uploads/a.txt=present uploads/late=late");
        staged.swap(ACME, restore, scope);
        assertThat(stored()).isEqualTo("uploads/a.txt=restoredmore uploads/link=restoredmore");

        staged.remove(ACME, restore, scope);
        assertThat(stored()).isEqualTo("uploads/a.txt=restoredmore uploads/link=restoredmore");
        assertThat(Files.exists(storage().resolve(".tenantmgr"))).isFalse();
    }

    @Test
    void files_that_cannot_be_written_leave_the_tenant_as_it_is() throws IOException {
        Path restored = Files.createDirectories(scratch.resolve("bundle/storage"));
        Files.writeString(restored.resolve("a"), "restored");
        asTenant("printf present >a; printf no >.tenantmgr"); // in the place of the directory

        assertThatThrownBy(() -> staged.stage(ACME, UUID.randomUUID(), restored, scope))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".tenantmgr");
        assertThat(stored()).isEqualTo("a=present");
    }

    private Map<String, String> packed(Optional<Slot> live) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.pack(ACME, live, out, LIMIT, scope);
        return read(out);
    }

    private static Map<String, String> read(ByteArrayOutputStream out) throws IOException {
        Map<String, String> read = new TreeMap<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()), "UTF-8");
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String kind = (entry.getMode() & 0100) != 0 ? "program " : "file ";
            read.put(
                    entry.getName(),
                    entry.isDirectory()
                            ? "directory"
                            : entry.isSymbolicLink()
                                    ? "link " + entry.getLinkName()
                                    : kind + new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
        return read;
    }

    /** What a program of the tenant reads in its storage. */
    private String stored() {
        return String.join(
                " ",
                asTenant("find . -name .tenantmgr -prune -o ! -type d -print | sed 's#^./##' | LC_ALL=C sort |"
                        + " while read -r f; do printf '%s=%s\\n' \"$f\" \"$(cat \"$f\")\"; done"));
    }

    /** In the tenant's storage. */
    private List<String> asTenant(String script) {
        Path writable = files.writable(ACME, Slot.A);
        FileView view = FileView.nothing().writing(files.storage(ACME)).writing(writable);
        var job = new TenantTasks.Job(
                ACME, view, "cd '" + files.storage(ACME) + "'; " + script, List.of(), Duration.ofSeconds(30));
        return tasks.run(job, scope).lastLines();
    }
}
