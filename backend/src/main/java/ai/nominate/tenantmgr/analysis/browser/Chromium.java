package ai.nominate.tenantmgr.analysis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts the browser of this machine, in its own sandbox. */
final class Chromium {
    /** The browser itself has no way out, as nobody listens on that port; the page's window has the relay. */
    private static final Proxy NO_WAY = new Proxy("http://127.0.0.1:9");

    /** Beside Playwright's own, which keep the browser from asking its makers anything. */
    private static final List<String> FLAGS = List.of(
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-quic",
            "--disable-gpu",
            "--disable-domain-reliability",
            "--no-pings");

    /** What Playwright turns off for tests, and what protects from pages that open windows or send messages without end. */
    private static final List<String> NOT_WANTED =
            List.of("--disable-popup-blocking", "--disable-ipc-flooding-protection");

    private Chromium() {}

    /**
     * @param program the browser, or what starts it
     * @param patience with the start of the driver and of the browser, each
     * @throws CaptureFailed if it does not start
     */
    static Browser start(Path program, Playwright.CreateOptions driver, Duration patience) {
        try {
            Playwright playwright = Patience.within(patience, () -> Playwright.create(driver));
            return Patience.within(
                    patience,
                    () -> playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(program)
                                    .setChromiumSandbox(true)
                                    .setHeadless(true)
                                    .setProxy(NO_WAY)
                                    .setArgs(FLAGS)
                                    .setIgnoreDefaultArgs(NOT_WANTED)));
        } catch (PlaywrightException e) {
            String reason = e.getCause() instanceof InterruptedException
                    ? "it took too long"
                    : e.getMessage().lines().findFirst().orElse("");
            throw new CaptureFailed(ExitCode.NO_BROWSER, "The browser did not start: " + reason);
        }
    }
}
