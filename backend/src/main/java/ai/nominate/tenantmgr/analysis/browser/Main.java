package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.socket.SocketRelay;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The capture program. Runs in the directory of the capture, where the proxy's socket lies, starts the browser there, and leaves the
 * snapshot and its pictures; or, with a style sheet to try on, pictures alone. Says how it ended by its exit code, and why in one line.
 */
public final class Main {
    public static final String SNAPSHOT = "snapshot.json";
    public static final String PROXY = "proxy";
    /** The style sheet to try on. */
    public static final String STYLE_SHEET = "theme.css";
    /** Is there after the page has asked for the style sheet. */
    public static final String WORN = "worn";

    /** Of the relay to the proxy; nobody else is in this network. */
    private static final int RELAY_PORT = 3128;

    /** In answers of the browser: so long it may take to start, and its driver too. */
    private static final int START = 4;

    private Main() {}

    /**
     * @param arguments the browser, the address, and the milliseconds that the page has to load and to answer a question; then, to try
     *     on a style sheet, the path at which the page asks for it
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Path here = Path.of("").toAbsolutePath();
        String address = arguments.get(1);
        Duration loading = millis(arguments.get(2));
        Duration patience = millis(arguments.get(3));
        try {
            SocketRelay.toFile(new InetSocketAddress(InetAddress.getLoopbackAddress(), RELAY_PORT), Path.of(PROXY));
            Browser browser = Chromium.start(
                    Path.of(arguments.getFirst()), new Playwright.CreateOptions(), patience.multipliedBy(START));
            if (arguments.size() > 4) {
                tryOn(Tab.openForTenant(browser, RELAY_PORT, patience), here, address, loading, arguments.get(4));
            } else {
                Tab tab = Tab.open(browser, RELAY_PORT, patience);
                byte[] json = SnapshotJson.write(new Capture(tab, here).run(address, loading));
                SafeFiles.write(here.resolve(SNAPSHOT), json, "rw-------");
            }
            return 0;
        } catch (CaptureFailed e) {
            System.err.println(e.getMessage());
            return e.exit();
        } catch (Exception e) {
            System.err.println("The browser could not be used: " + e);
            return ExitCode.NO_BROWSER;
        }
    }

    private static void tryOn(Tab tab, Path here, String address, Duration loading, String path) throws IOException {
        AtomicBoolean worn = new AtomicBoolean();
        tab.answer(URI.create(address), path, Files.readAllBytes(here.resolve(STYLE_SHEET)), () -> worn.set(true));
        new Fitting(tab, new Pictures(tab, here)).run(address, loading);
        if (worn.get()) {
            SafeFiles.write(here.resolve(WORN), "", "rw-------");
        }
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
