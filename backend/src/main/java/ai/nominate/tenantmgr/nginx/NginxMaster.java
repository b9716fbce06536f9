package ai.nominate.tenantmgr.nginx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The master process of one home, and its workers. The pid file is only a hint, because pids are reused: the process's
 * own title identifies it.
 */
final class NginxMaster {
    private static final String MASTER = "nginx: master process ";
    private static final String WORKER = "nginx: worker process";
    private static final String DRAINING = "nginx: worker process is shutting down";
    private static final int MOST_DRAINING = 16;

    private final NginxSettings settings;

    NginxMaster(NginxSettings settings) {
        this.settings = settings;
    }

    OptionalLong pid() {
        try {
            long pid = Long.parseLong(Files.readString(settings.pidFile()).strip());
            String title = title(pid);
            boolean ours =
                    title.startsWith(MASTER) && title.contains(" " + settings.configuration() + " ") && isNginx(pid);
            return ours ? OptionalLong.of(pid) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The workers that accept new connections. */
    Set<Long> accepting() {
        return workers().stream()
                .map(ProcessHandle::pid)
                .filter(pid -> !title(pid).startsWith(DRAINING))
                .collect(Collectors.toSet());
    }

    /**
     * Long connections keep old workers alive for hours, and each reload adds some: above the limit the oldest are
     * ended.
     */
    void endOldestDraining() {
        List<ProcessHandle> draining = workers().stream()
                .filter(worker -> title(worker.pid()).startsWith(DRAINING))
                .sorted(Comparator.comparing(
                        (ProcessHandle worker) -> worker.info().startInstant().orElse(Instant.EPOCH)))
                .toList();
        draining.subList(0, Math.max(0, draining.size() - MOST_DRAINING)).forEach(ProcessHandle::destroy);
    }

    /**
     * Workers that accept connections although their master is gone: they hold the ports that a new master needs. They are known by
     * their logs, because their titles do not name the home.
     */
    List<Long> orphans() {
        OptionalLong master = pid();
        return ProcessHandle.allProcesses()
                .filter(process -> title(process.pid()).startsWith(WORKER)
                        && !title(process.pid()).startsWith(DRAINING))
                .filter(process -> process.parent()
                        .filter(parent -> master.isPresent() && parent.pid() == master.getAsLong())
                        .isEmpty())
                .map(ProcessHandle::pid)
                .filter(this::writesOurLog)
                .toList();
    }

    private boolean writesOurLog(long pid) {
        String logs = settings.errorLog().getParent() + "/";
        try (Stream<Path> files = Files.list(proc(pid, "fd"))) {
            return files.anyMatch(file -> target(file).startsWith(logs));
        } catch (IOException | UncheckedIOException e) {
            return false; // another user's process, or it has ended
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private List<ProcessHandle> workers() {
        OptionalLong master = pid();
        return master.isEmpty()
                ? List.of()
                : ProcessHandle.of(master.getAsLong()).stream()
                        .flatMap(ProcessHandle::children)
                        .toList();
    }

    private static String title(long pid) {
        try {
            return Files.readString(proc(pid, "cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The executable of another user's process, such as a master started by root, is unreadable: its title has to
     * suffice.
     */
    private static boolean isNginx(long pid) {
        try {
            return Files.readSymbolicLink(proc(pid, "exe"))
                    .getFileName()
                    .toString()
                    .startsWith("nginx");
        } catch (IOException e) {
            return true;
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
