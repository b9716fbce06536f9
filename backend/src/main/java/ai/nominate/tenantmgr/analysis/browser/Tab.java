package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Width;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one page that is open. Dialogs are dismissed, which is what Playwright does where nobody listens for them, downloads refused,
 * other windows closed. After the page has loaded, its scripts are stopped: what is measured does not move.
 */
final class Tab {
    /** So long a script may go on after the page has loaded; then it is ended. */
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final BrowserContext context;
    private final Page page;
    private final CDPSession session;
    private final String frame;
    private final Duration patience;

    private Tab(BrowserContext context, Page page, CDPSession session, Duration patience) {
        this.context = context;
        this.page = page;
        this.session = session;
        this.patience = patience;
        this.frame = session.send("Page.getFrameTree")
                .getAsJsonObject("frameTree")
                .getAsJsonObject("frame")
                .get("id")
                .getAsString();
    }

    /**
     * Opens a window whose way out is the relay. The browser itself has none: what it would like to ask its makers stays with it.
     *
     * @param proxy port of it on the loopback
     * @param patience with each answer
     * @throws CaptureFailed if the browser does not answer
     */
    static Tab open(Browser browser, int proxy, Duration patience) {
        return open(browser, options(proxy), patience);
    }

    /**
     * Same, for a tenant's own site, which the proxy reaches without a name server: its certificate need not be one that the world
     * trusts.
     */
    static Tab openForTenant(Browser browser, int proxy, Duration patience) {
        return open(
                browser,
                options(proxy)
                        .setViewportSize(Width.DESKTOP.width(), Width.DESKTOP.height())
                        .setIgnoreHTTPSErrors(true),
                patience);
    }

    private static Browser.NewContextOptions options(int proxy) {
        return new Browser.NewContextOptions()
                .setProxy(new Proxy("http://127.0.0.1:" + proxy).setBypass("<-loopback>"))
                .setViewportSize(Capture.WIDTH, Capture.HEIGHT)
                .setDeviceScaleFactor(1)
                .setLocale("en-US")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(false)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }

    private static Tab open(Browser browser, Browser.NewContextOptions options, Duration patience) {
        try {
            return Patience.within(patience, () -> {
                BrowserContext context = browser.newContext(options);
                Page page = context.newPage();
                context.onPage(other -> Patience.ask(BUSY, () -> {
                    other.close();
                    return true;
                }));
                return new Tab(context, page, context.newCDPSession(page), patience);
            });
        } catch (PlaywrightException e) {
            throw new CaptureFailed(ExitCode.NO_BROWSER, "The browser has no page.");
        }
    }

    /**
     * @return whether the page had loaded within that time
     * @throws CaptureFailed if there is no page
     */
    boolean load(String address, Duration time) {
        return new Loading(page).run(address, time);
    }

    /**
     * Stops the page's scripts and makes a world for ours.
     *
     * @return the world's id
     * @throws CaptureFailed if the page does not let go
     */
    int quiet() {
        return world(BUSY)
                .or(() -> {
                    ask("Runtime.terminateExecution", new JsonObject(), BUSY);
                    Optional<Integer> world = world(patience);
                    world.ifPresent(id -> evaluate(id, "''")); // if nothing ran, the next script is the one that ends
                    return world;
                })
                .orElseThrow(() ->
                        new CaptureFailed(ExitCode.TOO_HEAVY, "The page is busy and does not let itself be read."));
    }

    /** Forbids further scripts of the page first, which the browser does even while one runs. */
    private Optional<Integer> world(Duration time) {
        JsonObject disabled = new JsonObject();
        disabled.addProperty("value", true);
        JsonObject of = new JsonObject();
        of.addProperty("frameId", frame);
        return ask("Emulation.setScriptExecutionDisabled", disabled, time)
                .flatMap(done -> ask("Page.createIsolatedWorld", of, time))
                .map(answer -> answer.get("executionContextId").getAsInt());
    }

    /** @return the value of an expression that gives text; nothing if it took too long */
    Optional<String> evaluate(int world, String expression) {
        JsonObject question = new JsonObject();
        question.addProperty("expression", expression);
        question.addProperty("contextId", world);
        question.addProperty("returnByValue", true);
        question.addProperty("timeout", patience.toMillis());
        return ask("Runtime.evaluate", question, patience.plusMillis(500))
                .filter(answer -> !answer.has("exceptionDetails"))
                .map(answer -> answer.getAsJsonObject("result").get("value").getAsString());
    }

    void dark() {
        prefer(Look.Scheme.DARK);
    }

    void prefer(Look.Scheme scheme) {
        Patience.ask(patience, () -> {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(scheme == Look.Scheme.DARK ? ColorScheme.DARK : ColorScheme.LIGHT));
            return true;
        });
    }

    void resize(Width window) {
        Patience.ask(patience, () -> {
            page.setViewportSize(window.width(), window.height());
            return true;
        });
    }

    /** Of the whole page in pixels; 0 if it does not say. */
    int pageHeight() {
        return ask("Page.getLayoutMetrics", new JsonObject())
                .map(answer -> answer.getAsJsonObject("cssContentSize"))
                .map(size -> (int) Math.ceil(size.get("height").getAsDouble()))
                .orElse(0);
    }

    /**
     * Answers a style sheet in place of the site, with any query.
     *
     * @param site whose requests for it are answered; no other host's are
     * @param asked told each time
     */
    void answer(URI site, String path, byte[] css, Runnable asked) {
        Pattern address =
                Pattern.compile("^" + literal(site.getScheme() + "://" + site.getRawAuthority() + path) + "(\\?.*)?$");
        Patience.ask(patience, () -> {
            page.route(address, route -> {
                asked.run();
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/css; charset=utf-8")
                        .setBodyBytes(css));
            });
            return true;
        });
    }

    /** For an expression that both Java and the driver's JavaScript read. */
    private static String literal(String text) {
        return text.replaceAll("[^A-Za-z0-9_:/-]", "\\\\$0");
    }

    /** A picture of the page's upper part, as PNG; nothing if the browser could not. */
    Optional<byte[]> picture(int height) {
        return picture(new Page.ScreenshotOptions()
                .setClip(0, 0, Capture.WIDTH, height)
                .setFullPage(height > Capture.HEIGHT));
    }

    /** Same, of a window of that size, with what moves at its end. */
    Optional<byte[]> picture(Width window, int height) {
        return picture(new Page.ScreenshotOptions()
                .setClip(0, 0, window.width(), height)
                .setFullPage(height > window.height())
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private Optional<byte[]> picture(Page.ScreenshotOptions options) {
        return Patience.ask(patience, () -> page.screenshot(options.setTimeout(patience.toMillis())));
    }

    /** The page's, in the browser's own protocol. */
    String frame() {
        return frame;
    }

    /** Closes the window with all that it knows. */
    void close() {
        Patience.ask(patience, () -> {
            context.close();
            return true;
        });
    }

    /** Asks in the browser's own protocol what Playwright has no words for. */
    Optional<JsonObject> ask(String method, JsonObject parameters) {
        return ask(method, parameters, patience);
    }

    private Optional<JsonObject> ask(String method, JsonObject parameters, Duration time) {
        return Patience.ask(time, () -> session.send(method, parameters));
    }
}
