package ai.nominate.tenantmgr.backup.files;

import ai.nominate.tenantmgr.backup.bundle.StreamPacking;
import ai.nominate.tenantmgr.host.command.Fifo;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packs what a tenant has stored, and what its live slot has written, without being able to read it. Blocks. */
@ApplicationScoped
public class TenantArchive {
    private static final String STORAGE = "storage";

    private final TenantTasks tasks;
    private final TenantFiles files;
    private final Home home;

    TenantArchive(TenantTasks tasks, TenantFiles files, Home home) {
        this.tasks = tasks;
        this.files = files;
        this.home = home;
    }

    /**
     * @param live the slot whose written files are packed too; empty for none
     * @param out takes the archive, as a bundle has it
     * @param limit after which it is given up
     * @throws IOException if it is not whole, with a sentence for people
     * @throws RunInterrupted when the calling thread was interrupted; the task is ended first
     */
    public PackedFiles pack(TenantSlug slug, Optional<Slot> live, OutputStream out, Duration limit, RunScope scope)
            throws IOException {
        StreamPacking packing = packing(scope).with(STORAGE, STORAGE);
        FileView view = FileView.nothing().reading(files.storage(slug));
        List<String> words = new ArrayList<>(List.of(files.directory(slug).toString(), STORAGE));
        if (live.isPresent()) {
            String written = files.directory(slug)
                    .relativize(files.writable(slug, live.get()))
                    .toString();
            packing.with("writable", written);
            words.add(written);
            if (Files.isDirectory(files.writable(slug, live.get()))) {
                view = view.reading(files.writable(slug, live.get()));
            }
        }
        TaskEnd end = read(new TenantTasks.Job(slug, view, FileScripts.PACK, words, limit), packing, out, scope);
        return new PackedFiles(packing.files(), packing.leftOut(), end.sayings());
    }

    StreamPacking packing(RunScope scope) throws IOException {
        return new StreamPacking(
                () -> scope.permit().check(), Files.getFileStore(home.root()).getTotalSpace());
    }

    TaskEnd read(TenantTasks.Job job, StreamPacking packing, OutputStream out, RunScope scope) throws IOException {
        Fifo.Moved moved = tasks.run(job, scope, fifo -> {
            try (InputStream in = fifo.read()) {
                packing.copy(in, fifo.until(out));
            }
        });
        TaskEnd end = new TaskEnd(moved.result());
        if (moved.left()) {
            end.requireDoneOrChanged();
        }
        throwIfFailed(moved);
        end.requireDoneOrChanged();
        end.requireBytes(packing.read());
        return end;
    }

    static void throwIfFailed(Fifo.Moved moved) throws IOException {
        if (moved.failure() instanceof IOException e) {
            throw e;
        }
        if (moved.failure() instanceof RuntimeException e) {
            throw e;
        }
    }
}
