package ai.nominate.tenantmgr.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What isolated processes see of the machine: its programs and their configuration, never to be written to.
 *
 * @param directories seen as they are
 * @param links at the root, such as {@code bin} to {@code usr/bin}; only those that lead to the same name elsewhere are made
 * @param hidden files and directories inside the directories that only their owner may read; this manager may be their owner
 * @param devices that do no harm
 * @param kernel files of {@code /proc} with which root changes the machine
 */
record MachineFiles(
        List<Path> directories,
        Map<String, String> links,
        List<Path> hidden,
        List<Path> devices,
        List<Path> kernel,
        MountTable mounts) {
    /** Distributions keep programs and their configuration here. */
    private static final List<String> PROGRAMS =
            List.of("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc", "opt", "nix", "gnu", "snap");

    private static final List<String> MORE = List.of("/var/lib/ca-certificates", "/sys/devices/system");
    private static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");
    private static final List<String> KERNEL = List.of(
            "sys",
            "bus",
            "fs",
            "irq",
            "acpi",
            "scsi",
            "driver",
            "sysrq-trigger",
            "mtrr",
            "latency_stats",
            "timer_list");
    private static final Path ROOT = Path.of("/");

    MachineFiles {
        directories = List.copyOf(directories);
        links = Map.copyOf(links);
        hidden = List.copyOf(hidden);
        devices = List.copyOf(devices);
        kernel = List.copyOf(kernel);
    }

    /** @param more directories that this installation shows too, absolute */
    static MachineFiles read(List<Path> more) {
        List<Path> directories = new ArrayList<>();
        Map<String, String> links = new TreeMap<>();
        try {
            for (String name : PROGRAMS) {
                Path path = ROOT.resolve(name);
                if (Files.isSymbolicLink(path)) {
                    links.put(name, Files.readSymbolicLink(path).toString());
                } else if (Files.isDirectory(path)) {
                    directories.add(path);
                }
            }
            Stream<Path> rest = Stream.of(
                            MORE.stream().map(Path::of),
                            resolver().stream(),
                            Stream.of(Path.of(System.getProperty("java.home"))),
                            more.stream())
                    .flatMap(paths -> paths);
            for (Path path : rest.toList()) {
                if (Files.isDirectory(path)) {
                    Path real = path.toRealPath();
                    if (directories.stream().noneMatch(real::startsWith)) {
                        directories.add(real);
                    }
                }
            }
            return new MachineFiles(
                    directories,
                    links,
                    hidden(ROOT.resolve("etc")),
                    existing("/dev", DEVICES),
                    existing("/proc", KERNEL),
                    MountTable.read());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the directories of this machine", e);
        }
    }

    /** Without the hidden files that are gone meanwhile, and with the mounts of now. */
    MachineFiles now() {
        return new MachineFiles(
                directories, links, hidden.stream().filter(Files::exists).toList(), devices, kernel, MountTable.read());
    }

    /** The directory of the real {@code resolv.conf}, which often lies in {@code /run}. */
    private static Optional<Path> resolver() {
        try {
            return Optional.of(ROOT.resolve("etc/resolv.conf").toRealPath().getParent());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static List<Path> existing(String directory, List<String> names) {
        return names.stream()
                .map(Path.of(directory)::resolve)
                .filter(Files::exists)
                .toList();
    }

    private static List<Path> hidden(Path configuration) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(configuration, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(directory);
                if (mode.contains(PosixFilePermission.OTHERS_READ)
                        && mode.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return FileVisitResult.CONTINUE;
                }
                found.add(directory);
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && Files.isReadable(file)
                        && !Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                                .contains(PosixFilePermission.OTHERS_READ)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
