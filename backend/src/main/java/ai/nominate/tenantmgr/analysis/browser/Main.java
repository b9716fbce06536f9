package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The capture program. Runs in the directory of the capture, where the pipes to the browser and the proxy's socket lie, and leaves
 * the snapshot and its pictures there. Says how it ended by its exit code, and why in one line.
 */
public final class Main {
    public static final String SNAPSHOT = "snapshot.json";
    public static final String PROXY = "proxy";
    private static final Duration START = Duration.ofSeconds(15);

    private Main() {}

    /** @param arguments the address and the milliseconds that the page has to load */
    public static void main(String[] arguments) {
        System.exit(run(arguments[0], Duration.ofMillis(Long.parseLong(arguments[1]))));
    }

    private static int run(String address, Duration patience) {
        Path here = Path.of("").toAbsolutePath();
        try {
            Relay.start(Path.of(PROXY));
            DevTools tools = DevTools.connect(here.resolve("in"), here.resolve("out"));
            Tab tab = Tab.attach(tools, Relay.PORT, START);
            byte[] json = SnapshotJson.write(new Capture(tab, here).run(address, patience));
            SafeFiles.write(here.resolve(SNAPSHOT), json, "rw-------");
            return 0;
        } catch (CaptureFailed e) {
            System.err.println(e.getMessage());
            return e.exit();
        } catch (Exception e) {
            System.err.println("The browser could not be used: " + e);
            return ExitCode.NO_BROWSER;
        }
    }
}
