package ai.nominate.tenantmgr.host.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script that runs as the first process of its namespaces: it makes a root directory of its own, leaves the machine's, and
 * starts the program in a second user namespace, which cannot undo any of its mounts. The variables of the program are set only
 * there: whatever they do, they do it to no program that still has rights.
 *
 * @param isDirectory whether a path of the view, or of a hidden file, is a directory and behind no link
 * @param home the home of the manager, of which only the view's mounts are shown
 * @param directory where the program runs
 * @param environment its variables beside what every process gets
 */
record IsolationScript(
        MachineFiles machine,
        Predicate<Path> isDirectory,
        Path home,
        FileView view,
        Path directory,
        Map<String, String> environment,
        TaskBounds bounds) {
    /** Programs see themselves as this user, never as root: many refuse root, and root's programs change owners. */
    static final int USER = 1000;

    private static final String SKELETON = ".home";
    private static final String EMPTY = ".empty";
    private static final String USERS = ".passwd";
    private static final String TABLE = ".mounts";

    /** An empty directory on which the new root is mounted, in the script's own namespace only. */
    static Path root(Path home) {
        return home.resolve("run/root");
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("isolated() {");
        lines.add("set -e");
        lines.add("mount -t tmpfs -o mode=755,size=4m,nosuid,nodev tenantmgr "
                + quoted(root(home).toString()));
        lines.add("cd " + quoted(root(home).toString()));
        lines.add("mkdir -p " + directories().map(IsolationScript::quoted).collect(Collectors.joining(" ")));
        files().forEach(file -> lines.add(": >" + quoted(file)));
        links().ifPresent(targets -> lines.add("ln -s " + targets + " ."));
        lines.add("ln -s /proc/self/fd /dev/pts/ptmx dev");
        lines.add("ln -s fd/0 dev/stdin");
        lines.add("ln -s fd/1 dev/stdout");
        lines.add("ln -s fd/2 dev/stderr");
        lines.add("mount -t proc -o nosuid,nodev,noexec proc proc");
        if (bounds.pids() > 0) {
            lines.add("echo " + bounds.pids() + " >proc/sys/kernel/pid_max || :");
        }
        lines.add("printf %s " + quoted(users()) + " >" + USERS);
        lines.add("printf %s " + quoted(table()) + " >" + TABLE);
        lines.add("mount -a -T " + TABLE);
        lines.add("pivot_root . .");
        lines.add("umount -l .");
        inner().forEach((source, target) -> {
            lines.add("mkdir -p " + quoted(source.toString()));
            lines.add("mount --bind " + quoted(source.toString()) + " " + quoted(target.toString()));
        });
        lines.add("mount -o remount,bind,ro,nosuid,nodev /");
        lines.add("set +e");
        lines.add("exec 3>&2 2>/dev/null");
        String program = program();
        String end = end(program);
        lines.add("unshare --user --map-user=" + USER + " --map-group=" + USER
                + " --mount -- setpriv --no-new-privs -- /bin/sh -s -- \"$@\" 2>&3 3>&- <<'" + end + "'");
        lines.add(program + end);
        lines.add("exit $?");
        lines.add("}");
        lines.add("isolated \"$@\"");
        return String.join("\n", lines) + "\n";
    }

    /** What the second shell reads, until it becomes the program. */
    private String program() {
        StringBuilder text = new StringBuilder("ulimit -c 0\n");
        if (bounds.processes() > 0) {
            text.append("ulimit -u %1$d 2>/dev/null || ulimit -p %1$d 2>/dev/null\n".formatted(bounds.processes()));
        }
        text.append("unset OLDPWD\n");
        text.append("cd ").append(quoted(directory.toString())).append(" || exit 126\n");
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException(name + " is no name of a variable");
            }
            text.append("export ")
                    .append(name)
                    .append('=')
                    .append(quoted(value))
                    .append('\n');
        });
        return text.append("exec \"$@\" </dev/null\n").toString();
    }

    /** Links whose name is the last of their target, which is how distributions merge directories into {@code /usr}. */
    private Optional<String> links() {
        String targets = machine.links().entrySet().stream()
                .filter(link -> Path.of(link.getValue()).endsWith(link.getKey()))
                .map(link -> quoted(link.getValue()))
                .sorted()
                .collect(Collectors.joining(" "));
        return targets.isEmpty() ? Optional.empty() : Optional.of(targets);
    }

    private String users() {
        String home = environment.getOrDefault("HOME", "/");
        return "root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\ntenant:x:" + USER + ":"
                + USER + "::" + home.replace(":", "") + ":/bin/sh\n";
    }

    /** What the mount program reads: one line for each mount, in this order. */
    String table() {
        List<String> lines = new ArrayList<>();
        for (Path directory : machine.directories()) {
            lines.add(seen(directory, inRoot(directory), "rbind"));
            machine.mounts().inside(directory).forEach(inner -> lines.add(seen(inner, inRoot(inner), "bind")));
        }
        for (Path hidden : machine.hidden()) {
            Path cover = isDirectory.test(hidden) ? root(home).resolve(EMPTY) : Path.of("/dev/null");
            lines.add(line(cover.toString(), inRoot(hidden), "none", "bind,ro,nosuid"));
        }
        machine.kernel()
                .forEach(path ->
                        lines.add(line(inRoot(path).toString(), inRoot(path), "none", "bind,ro,nosuid,nodev,noexec")));
        machine.devices().forEach(path -> lines.add(line(path.toString(), inRoot(path), "none", "bind,nosuid,noexec")));
        lines.add(line(
                "devpts", inRoot(Path.of("/dev/pts")), "devpts", "newinstance,ptmxmode=0666,mode=620,nosuid,noexec"));
        lines.add(line("shm", inRoot(Path.of("/dev/shm")), "tmpfs", "size=64m,nosuid,nodev"));
        lines.add(seen(root(home).resolve(USERS), inRoot(Path.of("/etc/passwd")), "bind"));
        outside()
                .forEach(mount -> lines.add(
                        home.startsWith(mount.target())
                                ? line("temporary", inRoot(mount.target()), "tmpfs", "size=256m,mode=1777,nosuid,nodev")
                                : mounted(mount)));
        lines.add(line(
                root(home).resolve(SKELETON).toString(),
                inRoot(home),
                "none",
                "bind,ro,nosuid,nodev,X-mount.mkdir=0755"));
        inHome().forEach(mount -> lines.add(mounted(mount)));
        return String.join("\n", lines) + "\n";
    }

    private String mounted(FileView.Mount mount) {
        return mount.writable()
                ? line(mount.source().toString(), inRoot(mount.target()), "none", "bind," + flags(mount.source()))
                : seen(mount.source(), inRoot(mount.target()), "bind");
    }

    private String seen(Path source, Path target, String bind) {
        return line(source.toString(), target, "none", bind + ",ro," + flags(source));
    }

    private String flags(Path source) {
        return Stream.concat(
                        Stream.of("nosuid", "nodev"),
                        Stream.of(machine.mounts().restrictions(source).split(",")))
                .filter(flag -> !flag.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String line(String source, Path target, String type, String options) {
        return escaped(source) + " " + escaped(target.toString()) + " " + type + " " + options + " 0 0";
    }

    private Path inRoot(Path path) {
        return root(home).resolve(path.toString().substring(1));
    }

    /** Mounts of the home, the outer ones first; those inside another one only if there is a directory for them. */
    private List<FileView.Mount> inHome() {
        return view.mounts().stream()
                .filter(mount -> mount.target().startsWith(home) && outer(mount).isEmpty())
                .filter(mount -> !isInside(mount) || isDirectory.test(mount.target()))
                .sorted(Comparator.comparing(FileView.Mount::target))
                .toList();
    }

    /**
     * Mounts from a directory in which the program writes, by their source as the program sees it: it may have put a link there, which
     * is therefore followed only where the machine's own root is gone. They get the restrictions of the mount they come from.
     */
    private Map<Path, Path> inner() {
        Map<Path, Path> inner = new TreeMap<>();
        for (FileView.Mount mount : view.mounts()) {
            outer(mount)
                    .map(outer -> outer.target().resolve(outer.source().relativize(mount.source())))
                    .filter(source -> !source.equals(mount.target()) && isDirectory.test(mount.target()))
                    .ifPresent(source -> inner.put(source, mount.target()));
        }
        return inner;
    }

    private Optional<FileView.Mount> outer(FileView.Mount mount) {
        return view.mounts().stream()
                .filter(other -> other.writable()
                        && !other.source().equals(mount.source())
                        && mount.source().startsWith(other.source()))
                .max(Comparator.comparingInt(other -> other.source().getNameCount()));
    }

    private List<FileView.Mount> outside() {
        return view.mounts().stream()
                .filter(mount ->
                        !mount.target().startsWith(home) && outer(mount).isEmpty())
                .toList();
    }

    private boolean isInside(FileView.Mount mount) {
        return view.mounts().stream()
                .anyMatch(other -> !other.equals(mount)
                        && other.target().startsWith(home)
                        && mount.target().startsWith(other.target()));
    }

    /** The directories of the new root that nothing else makes, relative to it. */
    private Stream<String> directories() {
        Stream<String> places =
                Stream.of("proc", "dev/pts", "dev/shm", "etc", "run", "tmp", "var/tmp", EMPTY, SKELETON);
        return Stream.of(
                        places,
                        machine.directories().stream().map(IsolationScript::relative),
                        outside().stream().map(mount -> relative(mount.target())),
                        inHome().stream()
                                .filter(mount -> !isInside(mount))
                                .map(mount -> isDirectory.test(mount.source())
                                        ? inSkeleton(mount.target())
                                        : inSkeleton(mount.target().getParent())))
                .flatMap(names -> names)
                .distinct()
                .sorted();
    }

    private Stream<String> files() {
        return Stream.concat(
                machine.devices().stream().map(IsolationScript::relative),
                inHome().stream()
                        .filter(mount -> !isInside(mount) && !isDirectory.test(mount.source()))
                        .map(mount -> inSkeleton(mount.target())));
    }

    private String inSkeleton(Path target) {
        return SKELETON + "/" + home.relativize(target);
    }

    private static String relative(Path path) {
        return path.toString().substring(1);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("#", "\\043");
    }

    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A line that the text does not have. */
    private static String end(String text) {
        String end = "END";
        while (text.contains(end)) {
            end += "_";
        }
        return end;
    }
}
