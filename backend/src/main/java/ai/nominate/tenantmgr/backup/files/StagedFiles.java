package ai.nominate.tenantmgr.backup.files;

import ai.nominate.tenantmgr.backup.bundle.FilePacking;
import ai.nominate.tenantmgr.backup.bundle.StreamPacking;
import ai.nominate.tenantmgr.host.command.Fifo;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The files of a restore, beside those that they replace: in the tenant's storage, as the tenant's own, under a name that neither its
 * backups nor its archives have. Blocks.
 */
@ApplicationScoped
public class StagedFiles {
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final Duration MOVE_LIMIT = Duration.ofMinutes(30);

    private final TenantTasks tasks;
    private final TenantArchive archive;
    private final TenantFiles files;

    StagedFiles(TenantTasks tasks, TenantArchive archive, TenantFiles files) {
        this.tasks = tasks;
        this.archive = archive;
        this.files = files;
    }

    /**
     * Writes files, reads them again, and compares. What an earlier attempt left is replaced.
     *
     * @param from a directory of the manager's; no file in it is changed
     * @throws IOException if they are not there afterwards as they should be, with a sentence for people
     */
    public void stage(TenantSlug slug, UUID restore, Path from, RunScope scope) throws IOException {
        Path fresh = place(slug, restore, "fresh");
        FilePacking packing = new FilePacking(() -> scope.permit().check()).with("storage", from);
        Counted counted = new Counted();
        Fifo.Moved moved = tasks.run(job(slug, FileScripts.UNPACK, List.of(fresh.toString()), LIMIT), scope, fifo -> {
            try (OutputStream out = counted.over(fifo.write())) {
                packing.writeTo(out);
                counted.pad(out);
            }
        });
        TaskEnd end = new TaskEnd(moved.result());
        if (moved.left()) {
            end.requireDone();
        }
        TenantArchive.throwIfFailed(moved);
        end.requireDone();
        end.requireBytes(counted.bytes());
        requireSame(slug, restore, packing, scope);
        run(
                slug,
                FileScripts.NAME,
                List.of(fresh.toString(), place(slug, restore, "restored").toString()),
                scope);
    }

    private void requireSame(TenantSlug slug, UUID restore, FilePacking sent, RunScope scope) throws IOException {
        StreamPacking back = archive.packing(scope).with("storage", "fresh");
        List<String> words = List.of(place(slug, restore, "fresh").getParent().toString(), "fresh");
        archive.read(job(slug, FileScripts.PACK, words, LIMIT), back, OutputStream.nullOutputStream(), scope);
        if (back.files() != sent.files() || !back.sum().equals(sent.sum())) {
            throw new IOException(
                    "The files that were written, " + back.files() + ", are not those of the backup, " + sent.files());
        }
    }

    /** Gives staged files the place of the present ones, which are kept. Goes on from wherever it was interrupted; no service may run. */
    public void swap(TenantSlug slug, UUID restore, RunScope scope) {
        exchange(slug, restore, "before", "restored", scope);
    }

    /** The opposite, from wherever a swap was interrupted too. */
    public void swapBack(TenantSlug slug, UUID restore, RunScope scope) {
        exchange(slug, restore, "restored", "before", scope);
    }

    private void exchange(TenantSlug slug, UUID restore, String aside, String next, RunScope scope) {
        List<String> words = List.of(
                files.storage(slug).toString(),
                place(slug, restore, aside).toString(),
                place(slug, restore, next).toString());
        unchecked(() -> run(slug, FileScripts.EXCHANGE, words, scope));
    }

    /** Removes what is staged or kept; what is live is not touched. */
    public void remove(TenantSlug slug, UUID restore, RunScope scope) {
        List<String> words = List.of(files.storage(slug).toString(), restore.toString());
        unchecked(() -> run(slug, FileScripts.REMOVE, words, scope));
    }

    private void run(TenantSlug slug, String script, List<String> words, RunScope scope) throws IOException {
        new TaskEnd(tasks.run(job(slug, script, words, MOVE_LIMIT), scope)).requireDone();
    }

    private TenantTasks.Job job(TenantSlug slug, String script, List<String> words, Duration limit) {
        return new TenantTasks.Job(slug, FileView.nothing().writing(files.storage(slug)), script, words, limit);
    }

    private Path place(TenantSlug slug, UUID restore, String name) {
        return files.storage(slug)
                .resolve(FileScripts.ASIDE)
                .resolve(restore.toString())
                .resolve(name);
    }

    private static void unchecked(Move move) {
        try {
            move.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Move {
        void run() throws IOException;
    }
}
