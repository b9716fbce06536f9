package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The capture program. Runs in the directory of the capture, where the proxy's socket lies, starts the browser there, and leaves the
 * snapshot and its pictures. Says how it ended by its exit code, and why in one line.
 */
public final class Main {
    public static final String SNAPSHOT = "snapshot.json";
    public static final String PROXY = "proxy";
    /** In answers of the browser: so long it may take to start, and its driver too. */
    private static final int START = 4;

    private Main() {}

    /** @param arguments the browser, the address, and the milliseconds that the page has to load and to answer a question */
    public static void main(String[] arguments) {
        System.exit(run(
                Path.of(arguments[0]),
                arguments[1],
                Duration.ofMillis(Long.parseLong(arguments[2])),
                Duration.ofMillis(Long.parseLong(arguments[3]))));
    }

    private static int run(Path chromium, String address, Duration loading, Duration patience) {
        Path here = Path.of("").toAbsolutePath();
        try {
            Relay.start(Path.of(PROXY));
            Browser browser = Chromium.start(chromium, new Playwright.CreateOptions(), patience.multipliedBy(START));
            Tab tab = Tab.open(browser, Relay.PORT, patience);
            byte[] json = SnapshotJson.write(new Capture(tab, here).run(address, loading));
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
