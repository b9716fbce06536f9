package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/** A browser that stays open for many pages of a test, each in a window of its own. Its sandbox holds; its network is the machine's. */
public final class OpenBrowser implements AutoCloseable {
    /** On a machine that has other work, too: a page that is not measured would be missing in the report. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Its own sandbox wants an ordinary user. */
    private static final String PROGRAM =
            "#!/bin/sh\nexec unshare --user --map-user=1000 --map-group=1000 -- /usr/bin/chromium \"$@\"\n";

    private final Browser browser;
    private final int proxy;

    private OpenBrowser(Browser browser, int proxy) {
        this.browser = browser;
        this.proxy = proxy;
    }

    /** @param proxy port on the loopback that gets all requests */
    public static OpenBrowser start(Path directory, int proxy) throws IOException {
        Path program = Files.writeString(directory.resolve("chromium"), PROGRAM);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var driver = new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return new OpenBrowser(Chromium.start(program, driver, PATIENCE), proxy);
    }

    /** @param directory for pictures */
    public Snapshot capture(String address, Path directory) throws IOException {
        Tab tab = Tab.open(browser, proxy, PATIENCE);
        try {
            return new Capture(tab, directory).run(address, PATIENCE);
        } finally {
            tab.close();
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
