package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootAnswer;
import ai.nominate.tenantmgr.host.command.ClassFiles;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.OwnNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is typed to start a restored application: the program of {@code backup.boot}, in a network of its own.
 *
 * @param classes the jar or the directory of this application's classes
 */
record BootCommand(Path java, Path classes) {
    private static final String MAIN = "ai.nominate.tenantmgr.backup.boot.Main";
    /** Where it sees the classes, wherever they lie. */
    private static final Path SEEN = Path.of("/boot/classes");

    static BootCommand ofThisApplication() {
        return new BootCommand(Path.of(System.getProperty("java.home"), "bin/java"), ClassFiles.of(MAIN));
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
                (Files.isDirectory(classes) ? SEEN : SEEN.resolve(classes.getFileName())).toString(),
                MAIN,
                plan.toString()));
        return argv;
    }

    FileView seenIn(FileView view) {
        return view.reading(Files.isDirectory(classes) ? classes : classes.getParent(), SEEN);
    }
}
