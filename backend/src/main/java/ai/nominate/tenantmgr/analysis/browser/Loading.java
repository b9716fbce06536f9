package ai.nominate.tenantmgr.analysis.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way of a page into its window: what answered, whether it is a page at all, and whether it has come to rest. */
final class Loading {
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml", "");
    private static final Duration REST = Duration.ofMillis(1500);
    /** Playwright's own end of a wait comes first. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Pattern ERROR = Pattern.compile("net::([A-Z_]{1,60})");

    private final Page page;
    private int status;
    private String type = "";

    Loading(Page page) {
        this.page = page;
        page.onResponse(this::answered);
    }

    /** Of the page itself; also when it leads on to another one later. */
    private void answered(Response response) {
        if (response.request().isNavigationRequest() && page.mainFrame().equals(response.frame())) {
            status = response.status();
            type = response.headers()
                    .getOrDefault("content-type", "")
                    .split(";", 2)[0]
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }
    }

    boolean run(String address, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            Patience.within(
                    time.plus(GRACE),
                    () -> page.navigate(
                            address,
                            new Page.NavigateOptions()
                                    .setWaitUntil(WaitUntilState.COMMIT)
                                    .setTimeout(time.toMillis())));
            check();
            boolean complete = reached(LoadState.LOAD, Duration.ofNanos(end - System.nanoTime()));
            if (complete) {
                reached(LoadState.NETWORKIDLE, REST);
            }
            check();
            return complete;
        } catch (TimeoutError e) {
            throw new CaptureFailed(ExitCode.NOT_REACHED, "The page did not answer in time.");
        } catch (PlaywrightException e) {
            check();
            throw failed(e.getMessage());
        }
    }

    private boolean reached(LoadState state, Duration time) {
        try {
            return Patience.within(time.plus(GRACE), () -> {
                page.waitForLoadState(
                        state, new Page.WaitForLoadStateOptions().setTimeout(Math.max(1, time.toMillis())));
                return true;
            });
        } catch (TimeoutError e) {
            return false;
        }
    }

    private void check() {
        if (status == ExitCode.REFUSED_BY_PROXY) {
            throw new CaptureFailed(ExitCode.NOT_REACHED, "The page leads to an address that is not public.");
        }
        if (status >= 400) {
            throw new CaptureFailed(ExitCode.NOT_A_PAGE, "The page answered with status " + status + ".");
        }
        if (!PAGES.contains(type)) {
            throw noPage();
        }
    }

    private static CaptureFailed failed(String message) {
        Matcher error = ERROR.matcher(message);
        if (message.contains("Download is starting") || message.contains("ERR_ABORTED")) {
            return noPage();
        }
        return error.find()
                ? new CaptureFailed(ExitCode.NOT_REACHED, "The page cannot be reached: " + error.group(1))
                : new CaptureFailed(ExitCode.TOO_HEAVY, "The browser did not get through the page.");
    }

    private static CaptureFailed noPage() {
        return new CaptureFailed(ExitCode.NOT_A_PAGE, "The address leads to something that is no page.");
    }
}
