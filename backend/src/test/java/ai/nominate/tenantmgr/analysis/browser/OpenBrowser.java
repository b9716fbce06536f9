package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser that stays open for many pages of a test, each in a window of its own. Its sandbox holds; its network is the machine's. */
public final class OpenBrowser implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final DevTools tools;
    private final int proxy;

    private OpenBrowser(Process process, DevTools tools, int proxy) {
        this.process = process;
        this.tools = tools;
        this.proxy = proxy;
    }

    /** @param proxy port on the loopback that gets all requests */
    public static OpenBrowser start(Path directory, int proxy) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        "unshare",
                        "--user",
                        "--map-user=1000",
                        "--map-group=1000",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--",
                        "/bin/sh",
                        "-c",
                        "mkfifo in out; exec /usr/bin/chromium --headless=new --remote-debugging-pipe --user-data-dir=profile"
                                + " --proxy-server=http://127.0.0.1:9 --disable-gpu --disable-dev-shm-usage --disable-extensions"
                                + " --disable-background-networking --disable-sync --no-first-run --hide-scrollbars --lang=en-US"
                                + " --force-color-profile=srgb --no-startup-window 3<>in 4<>out >browser.log 2>&1"))
                .directory(directory.toFile())
                .start();
        while (!directory.resolve("out").toFile().exists()) {
            Thread.onSpinWait();
        }
        return new OpenBrowser(process, DevTools.connect(directory.resolve("in"), directory.resolve("out")), proxy);
    }

    /** @param directory for pictures */
    public Snapshot capture(String address, Path directory) throws IOException {
        Tab tab = Tab.attach(tools, proxy, START);
        try {
            return new Capture(tab, directory).run(address, START);
        } finally {
            tab.close();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
