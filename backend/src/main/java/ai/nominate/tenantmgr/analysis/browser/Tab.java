package ai.nominate.tenantmgr.analysis.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one page that is open. Dialogs are dismissed, downloads refused, other windows closed. After the page has loaded, its scripts
 * are stopped: what is measured does not move.
 */
final class Tab {
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml", "");
    private static final Duration QUIET = Duration.ofMillis(1500);

    private final DevTools tools;
    private final String context;
    private final String session;
    private final String frame;
    private final Duration quick;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final CountDownLatch idle = new CountDownLatch(1);
    /** The loader of the empty page that the browser starts with, whose events are none of the page's. */
    private volatile String blank = "";

    private volatile int status;
    private final CompletableFuture<String> foreign = new CompletableFuture<>();

    private Tab(DevTools tools, String context, String session, String frame, Duration quick) {
        this.tools = tools;
        this.context = context;
        this.session = session;
        this.frame = frame;
        this.quick = quick;
    }

    /**
     * Opens a window whose way out is the relay. The browser itself has none: what it would like to ask its makers stays with it.
     *
     * @param proxy port of it on the loopback
     * @param patience with the browser's start; later answers have a third of it
     * @throws CaptureFailed if the browser does not answer
     */
    static Tab attach(DevTools tools, int proxy, Duration patience) {
        JsonNode context = tools.ask(
                        "",
                        "Target.createBrowserContext",
                        tools.object()
                                .put("proxyServer", "http://127.0.0.1:" + proxy)
                                .put("proxyBypassList", "<-loopback>"),
                        patience)
                .orElseThrow(() -> new CaptureFailed(ExitCode.NO_BROWSER, "The browser did not start."));
        String target = tools.ask(
                        "",
                        "Target.createTarget",
                        tools.object()
                                .put("url", "about:blank")
                                .put(
                                        "browserContextId",
                                        context.path("browserContextId").asText()),
                        patience)
                .map(answer -> answer.path("targetId").asText())
                .orElseThrow(() -> new CaptureFailed(ExitCode.NO_BROWSER, "The browser has no page."));
        String session = tools.ask(
                        "",
                        "Target.attachToTarget",
                        tools.object().put("targetId", target).put("flatten", true),
                        patience)
                .map(answer -> answer.path("sessionId").asText())
                .orElseThrow(() -> new CaptureFailed(ExitCode.NO_BROWSER, "The browser has no page."));
        Tab tab = new Tab(tools, context.path("browserContextId").asText(), session, target, patience.dividedBy(3));
        tab.prepare();
        return tab;
    }

    private void prepare() {
        tools.onEvent(this::listen);
        tools.send(
                "",
                "Browser.setDownloadBehavior",
                tools.object()
                        .put("behavior", "deny")
                        .put("eventsEnabled", true)
                        .put("browserContextId", context));
        blank = ask("Page.getFrameTree", tools.object())
                .map(tree ->
                        tree.path("frameTree").path("frame").path("loaderId").asText())
                .orElse("");
        tools.send("", "Target.setDiscoverTargets", tools.object().put("discover", true));
        send("Page.enable", tools.object());
        send("Network.enable", tools.object());
        send("Page.setLifecycleEventsEnabled", tools.object().put("enabled", true));
        send("Network.setBypassServiceWorker", tools.object().put("bypass", true));
        send("Page.setInterceptFileChooserDialog", tools.object().put("enabled", true));
        send(
                "Emulation.setDeviceMetricsOverride",
                tools.object()
                        .put("width", Capture.WIDTH)
                        .put("height", Capture.HEIGHT)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    private void listen(JsonNode event) {
        JsonNode parameters = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.javascriptDialogOpening" ->
                send("Page.handleJavaScriptDialog", tools.object().put("accept", false));
            case "Page.lifecycleEvent" -> {
                if (parameters.path("frameId").asText().equals(frame)
                        && !parameters.path("loaderId").asText().equals(blank)) {
                    switch (parameters.path("name").asText()) {
                        case "load" -> loaded.countDown();
                        case "networkIdle" -> idle.countDown();
                        default -> {}
                    }
                }
            }
            case "Network.responseReceived" -> {
                if (parameters.path("type").asText().equals("Document")
                        && parameters.path("frameId").asText().equals(frame)) {
                    status = parameters.path("response").path("status").asInt();
                    String type = parameters.path("response").path("mimeType").asText();
                    if (!PAGES.contains(type)) {
                        foreign.complete(type);
                    }
                }
            }
            case "Browser.downloadWillBegin" -> {
                if (loaded.getCount() > 0 && status == 0) {
                    foreign.complete("download");
                }
            }
            case "Target.targetCreated" -> {
                JsonNode info = parameters.path("targetInfo");
                if (info.path("type").asText().equals("page")
                        && info.path("browserContextId").asText().equals(context)
                        && !info.path("targetId").asText().equals(frame)) {
                    tools.send(
                            "",
                            "Target.closeTarget",
                            tools.object().put("targetId", info.path("targetId").asText()));
                }
            }
            default -> {}
        }
    }

    /**
     * @return whether the page had loaded within that time
     * @throws CaptureFailed if there is no page
     */
    boolean open(String address, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        CompletableFuture<JsonNode> navigated =
                tools.send(session, "Page.navigate", tools.object().put("url", address));
        JsonNode answer = first(navigated, patience).path("result");
        String error = answer.path("errorText").asText();
        if (answer.path("isDownload").asBoolean() || error.contains("ERR_ABORTED")) {
            throw noPage();
        }
        if (!error.isEmpty()) {
            throw new CaptureFailed(ExitCode.NOT_REACHED, error.replaceAll("[^A-Za-z_:]", ""));
        }
        try {
            boolean complete = loaded.await(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (complete) {
                idle.await(QUIET.toMillis(), TimeUnit.MILLISECONDS);
            }
            check();
            return complete;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        if (foreign.isDone()) {
            throw noPage();
        }
    }

    /** The answer to the navigation, unless something that is no page comes first: the browser then waits with it. */
    private JsonNode first(CompletableFuture<JsonNode> navigated, Duration patience) {
        try {
            CompletableFuture.anyOf(navigated, foreign).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            check(); // what is no page waits for a viewer that is off
            return navigated.get();
        } catch (TimeoutException e) {
            throw new CaptureFailed(ExitCode.NOT_REACHED, "The page did not answer in time.");
        } catch (ExecutionException e) {
            throw new CaptureFailed(ExitCode.TOO_HEAVY, "The browser ended.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureFailed(ExitCode.TOO_HEAVY, "The capture was interrupted.");
        }
    }

    private static CaptureFailed noPage() {
        return new CaptureFailed(ExitCode.NOT_A_PAGE, "The address leads to something that is no page.");
    }

    /**
     * Stops the page's scripts and makes a world for ours.
     *
     * @return the world's id
     * @throws CaptureFailed if the page does not let go
     */
    int quiet() {
        if (ask("Emulation.setScriptExecutionDisabled", tools.object().put("value", true))
                .isEmpty()) {
            send("Runtime.terminateExecution", tools.object());
            send("Page.stopLoading", tools.object());
            send("Emulation.setScriptExecutionDisabled", tools.object().put("value", true));
            send("Runtime.terminateExecution", tools.object());
        }
        return ask("Page.createIsolatedWorld", tools.object().put("frameId", frame))
                .map(answer -> answer.path("executionContextId").asInt())
                .orElseThrow(() ->
                        new CaptureFailed(ExitCode.TOO_HEAVY, "The page is busy and does not let itself be read."));
    }

    /** @return the value of an expression that gives text; nothing if it took too long */
    Optional<String> evaluate(int world, String expression) {
        return tools.ask(
                        session,
                        "Runtime.evaluate",
                        tools.object()
                                .put("expression", expression)
                                .put("contextId", world)
                                .put("returnByValue", true)
                                .put("timeout", quick.toMillis()),
                        quick.plusMillis(500))
                .filter(answer -> !answer.has("exceptionDetails"))
                .map(answer -> answer.path("result").path("value").asText());
    }

    void scheme(String scheme) {
        ObjectNode media = tools.object();
        media.putArray("features")
                .add(tools.object().put("name", "prefers-color-scheme").put("value", scheme))
                .add(tools.object().put("name", "prefers-reduced-motion").put("value", "reduce"));
        ask("Emulation.setEmulatedMedia", media);
    }

    /** Closes the window with all that it knows. */
    void close() {
        tools.ask("", "Target.disposeBrowserContext", tools.object().put("browserContextId", context), quick);
    }

    Optional<JsonNode> ask(String method, JsonNode parameters) {
        return tools.ask(session, method, parameters, quick);
    }

    ObjectNode parameters() {
        return tools.object();
    }

    String frame() {
        return frame;
    }

    private void send(String method, JsonNode parameters) {
        tools.send(session, method, parameters);
    }
}
