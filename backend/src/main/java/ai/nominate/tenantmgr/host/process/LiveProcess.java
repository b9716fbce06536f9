package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that existed when the table was read. It may have ended since: every method allows for that. */
public record LiveProcess(long pid, long session, long startTicks) {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)]");

    public boolean leadsItsSession() {
        return pid == session;
    }

    /** The variable at the start of the program; empty if it is unset or unreadable. */
    public String variable(String name) {
        try {
            String start = name + "=";
            String environment = new String(Files.readAllBytes(entry("environ")), StandardCharsets.UTF_8);
            return Stream.of(environment.split("\0"))
                    .filter(variable -> variable.startsWith(start))
                    .map(variable -> variable.substring(start.length()))
                    .findFirst()
                    .orElse("");
        } catch (IOException gone) {
            return "";
        }
    }

    /** The target of {@code cwd} or {@code exe}. */
    public Optional<Path> link(String name) {
        try {
            return Optional.of(Files.readSymbolicLink(entry(name)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The program's name, at most 15 characters. */
    public String program() {
        try {
            return Files.readString(entry("comm")).strip();
        } catch (IOException gone) {
            return "?";
        }
    }

    /** Whether it waits for the first process of a PID namespace. A program may call itself so, and gains nothing by it. */
    public boolean startsNamespace() {
        return program().equals("unshare");
    }

    /**
     * Resident memory, with its share of the pages that several processes use.
     *
     * @param resident the answer if the kernel does not show the share, as for a process of another user
     */
    long proportionalBytes(long resident) {
        try (Stream<String> lines = Files.lines(entry("smaps_rollup"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(resident);
        } catch (IOException | UncheckedIOException hidden) {
            return resident;
        }
    }

    /** Whether one of its open files is this socket. */
    boolean holdsSocket(long inode) {
        return sockets().contains(inode);
    }

    /** The sockets among its open files, by inode; empty for processes of other users. */
    Set<Long> sockets() {
        try (Stream<Path> open = Files.list(entry("fd"))) {
            return open.map(LiveProcess::socket).flatMap(Optional::stream).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException gone) {
            return Set.of();
        }
    }

    private static Optional<Long> socket(Path descriptor) {
        try {
            Matcher matcher = SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
            return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private Path entry(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
