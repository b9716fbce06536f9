package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootAnswer;
import ai.nominate.tenantmgr.host.command.ClassFiles;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.OwnNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is typed to start a restored application: the program of {@code backup.boot}, in a network of its own. */
record BootCommand(Path java, List<Path> classPath) {
    private static final String MAIN = "ai.nominate.tenantmgr.backup.boot.Main";

    static BootCommand ofThisApplication() {
        return new BootCommand(
                Path.of(System.getProperty("java.home"), "bin/java"), List.of(ClassFiles.of(MAIN)));
    }

    List<String> argv(Path plan) {
        List<String> argv = new ArrayList<>(OwnNetwork.withLoopback(BootAnswer.NOT_TRIED));
        argv.addAll(List.of(
                java.toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(":")),
                MAIN,
                plan.toString()));
        return argv;
    }

    /** The same view with the program's classes, if they are not among the machine's programs. */
    FileView seenIn(FileView view) {
        FileView all = view;
        for (Path path : classPath) {
            Path directory = Files.isDirectory(path) ? path : path.getParent();
            all = directory.startsWith("/usr") ? all : all.reading(directory);
        }
        return all;
    }
}
