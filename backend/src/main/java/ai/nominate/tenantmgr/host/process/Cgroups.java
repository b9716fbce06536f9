package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The control groups in one slice of systemd, version 2 or 1 with systemd's own hierarchy beside it. All that it reads is open to
 * every user.
 */
public final class Cgroups {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private final ProcessTable table = new ProcessTable();
    private final boolean unified;
    private final String slice;

    /** @param slice its name, such as {@code tenantmgr.slice} */
    public Cgroups(String slice) {
        this.unified = Files.exists(ROOT.resolve("cgroup.controllers"));
        this.slice = slice;
    }

    /** The units that have processes now. */
    public List<String> units() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> units = Files.newDirectoryStream(directory("systemd", ""), Files::isDirectory)) {
            units.forEach(unit -> names.add(unit.getFileName().toString()));
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the control groups of " + slice, e);
        }
        return names.stream().filter(name -> !pids(name).isEmpty()).toList();
    }

    /** The processes of a unit; none if there is no such unit. Zombies count as ended. */
    public List<LiveProcess> processes(String unit) {
        return pids(unit).stream().map(table::process).flatMap(Optional::stream).toList();
    }

    /** The processes of all units, in one look; a family for each unit with a mark. */
    public Families look(Function<String, Optional<String>> mark) {
        List<ProcessUsage> all = new ArrayList<>();
        Map<Long, String> families = new HashMap<>();
        for (String unit : units()) {
            mark.apply(unit)
                    .ifPresent(found -> pids(unit)
                            .forEach(pid -> table.usage(pid).ifPresent(usage -> {
                                all.add(usage);
                                families.put(pid, found);
                            })));
        }
        return new Families(table, all, families);
    }

    /** Whether the process is still there. */
    public boolean alive(ProcessIdentity identity) {
        return table.find(identity).isPresent();
    }

    /** A process that ended immediately after its start is identified by its pid alone. */
    public ProcessIdentity identity(long pid) {
        return table.process(pid).map(table::identity).orElseGet(() -> new ProcessIdentity(pid, 0, ""));
    }

    /** Memory that the unit holds and the kernel cannot take back; shared pages counted once. */
    public long heldBytes(String unit) {
        return unified
                ? number("memory", unit, "memory.stat", "anon") + number("memory", unit, "memory.stat", "shmem")
                : number("memory", unit, "memory.stat", "total_rss")
                        + number("memory", unit, "memory.stat", "total_shmem");
    }

    /** Whether the kernel had to end one of its processes because of its limit of memory. */
    public boolean ranOutOfMemory(String unit) {
        return number("memory", unit, unified ? "memory.events" : "memory.oom_control", "oom_kill") > 0;
    }

    /** Whether the kernel refused it another process or thread. */
    public boolean ranOutOfTasks(String unit) {
        return number("pids", unit, "pids.events", "max") > 0;
    }

    /** Processes and threads of the unit. */
    public int tasks(String unit) {
        try {
            return Integer.parseInt(Files.readString(directory("pids", unit).resolve("pids.current"))
                    .strip());
        } catch (IOException | NumberFormatException gone) {
            return 0;
        }
    }

    private List<Long> pids(String unit) {
        try {
            return Files.readAllLines(directory("systemd", unit).resolve("cgroup.procs")).stream()
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException | NumberFormatException gone) {
            return List.of();
        }
    }

    private long number(String controller, String unit, String file, String name) {
        try {
            OptionalLong found = Files.readAllLines(directory(controller, unit).resolve(file)).stream()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                    .findFirst();
            return found.orElse(0);
        } catch (IOException | NumberFormatException gone) {
            return 0;
        }
    }

    private Path directory(String controller, String unit) {
        return (unified ? ROOT : ROOT.resolve(controller)).resolve(slice).resolve(unit);
    }
}
