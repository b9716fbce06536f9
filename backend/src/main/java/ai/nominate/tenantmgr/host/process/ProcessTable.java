package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processes of this machine, read from /proc on each call. Zombies count as ended. */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int GROUP = 2;
    private static final int SESSION = 3;
    private static final int THREADS = 17;
    private static final int START = 19;
    private static final int RESIDENT_PAGES = 21;
    private static final long PAGE_BYTES = PageSize.bytes();

    private final long own = ProcessHandle.current().pid();
    private final String boot = bootId();

    public List<LiveProcess> all() {
        return usages().stream().map(ProcessUsage::process).toList();
    }

    /** All processes with what they use, in one look. */
    public List<ProcessUsage> usages() {
        List<ProcessUsage> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path entry : entries) {
                usage(Long.parseLong(entry.getFileName().toString())).ifPresent(found::add);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the processes of this machine", e);
        }
    }

    public Optional<LiveProcess> process(long pid) {
        return usage(pid).map(ProcessUsage::process);
    }

    /** The process group, which one signal reaches as a whole; empty when the process is gone. */
    Optional<Long> group(LiveProcess process) {
        return fields(process.pid())
                .filter(fields -> Long.parseLong(fields[START]) == process.startTicks())
                .map(fields -> Long.valueOf(fields[GROUP]));
    }

    /** Empty when it is gone. */
    Optional<ProcessUsage> usage(long pid) {
        return fields(pid)
                .map(fields -> new ProcessUsage(
                        new LiveProcess(pid, Long.parseLong(fields[SESSION]), Long.parseLong(fields[START])),
                        Long.parseLong(fields[PARENT]),
                        Long.parseLong(fields[RESIDENT_PAGES]) * PAGE_BYTES,
                        Integer.parseInt(fields[THREADS])));
    }

    private static Optional<String[]> fields(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            // the program's name is in parentheses and may contain any byte, parentheses too
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return dead ? Optional.empty() : Optional.of(fields);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /**
     * The processes that match the predicate, their descendants, and the other members of every session led by one of them,
     * because a child may have cleared its environment. Never the manager or its own session.
     */
    public List<LiveProcess> family(Predicate<LiveProcess> known) {
        return familyUsage(known).stream().map(ProcessUsage::process).toList();
    }

    /** The same, with what each of them uses. */
    public List<ProcessUsage> familyUsage(Predicate<LiveProcess> known) {
        List<ProcessUsage> usages = usages();
        List<LiveProcess> all = usages.stream().map(ProcessUsage::process).toList();
        long ownSession = all.stream()
                .filter(process -> process.pid() == own)
                .mapToLong(LiveProcess::session)
                .findFirst()
                .orElse(own);
        Set<LiveProcess> marked = all.stream()
                .filter(process -> process.pid() != own)
                .filter(known)
                .collect(Collectors.toSet());
        Set<Long> sessions = marked.stream()
                .filter(LiveProcess::leadsItsSession)
                .map(LiveProcess::session)
                .filter(session -> session != ownSession)
                .collect(Collectors.toSet());
        Set<Long> pids = marked.stream().map(LiveProcess::pid).collect(Collectors.toSet());
        Ancestry ancestry = new Ancestry(usages);
        return usages.stream()
                .filter(each -> marked.contains(each.process())
                        || sessions.contains(each.process().session())
                        || ancestry.descends(each.process().pid(), pids))
                .toList();
    }

    public ProcessIdentity identity(LiveProcess process) {
        return new ProcessIdentity(process.pid(), process.startTicks(), boot);
    }

    public Optional<LiveProcess> find(ProcessIdentity identity) {
        return process(identity.pid()).filter(process -> identity(process).equals(identity));
    }

    public boolean sameBoot(ProcessIdentity identity) {
        return identity.boot().equals(boot);
    }

    private static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine provides no boot id; Linux is required", e);
        }
    }
}
