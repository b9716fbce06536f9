package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.ExitCode;
import ai.nominate.tenantmgr.host.command.ClassFiles;
import ai.nominate.tenantmgr.host.command.OwnNetwork;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is typed to capture a page. The shell is in a network of its own and brings up its loopback; the program is an ordinary user in
 * it, as Chromium's sandbox wants, and starts Playwright's driver and the browser.
 *
 * @param node runs the driver
 * @param driver the directory of the driver's scripts
 */
record CaptureCommand(Path chromium, Path java, List<Path> classPath, Path node, Path driver) {
    /** By name, as the manager loads none of them. */
    private static final List<String> NEEDED = List.of(
            "ai.nominate.tenantmgr.analysis.browser.Main",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonCreator",
            "com.microsoft.playwright.Playwright",
            "com.microsoft.playwright.impl.driver.Driver",
            "com.google.gson.Gson");

    /** The capture program of this very application. */
    static CaptureCommand of(Path chromium, Path node, Path driver) {
        return new CaptureCommand(
                chromium,
                Path.of(System.getProperty("java.home"), "bin/java"),
                NEEDED.stream().map(ClassFiles::of).distinct().toList(),
                node,
                driver);
    }

    /**
     * @param loading how long the page may take to load
     * @param patience with each answer of the browser
     * @param words further arguments of the program
     */
    List<String> argv(URI address, Duration loading, Duration patience, List<String> words) {
        List<String> argv = new ArrayList<>(OwnNetwork.withLoopback(ExitCode.NO_BROWSER));
        argv.addAll(List.of(
                java.toString(),
                "-Xmx320m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                String.join(":", classPath.stream().map(Path::toString).toList()),
                NEEDED.getFirst(),
                chromium.toString(),
                address.toASCIIString(),
                Long.toString(loading.toMillis()),
                Long.toString(patience.toMillis())));
        argv.addAll(words);
        return argv;
    }

    /** @param work the only directory that may be written to */
    Map<String, String> environment(Path work) {
        return Map.of(
                "HOME", work.toString(),
                "TMPDIR", work.toString(),
                "PLAYWRIGHT_DRIVER_DIR", driver.toString(),
                "PLAYWRIGHT_NODEJS_PATH", node.toString(),
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }

    /** Where classes, scripts and Node lie, if not among the machine's programs; outside the home, only directories can be shown. */
    List<Path> directories() {
        return Stream.concat(
                        classPath.stream().map(path -> Files.isDirectory(path) ? path : path.getParent()),
                        Stream.of(driver, node.getParent()))
                .filter(path -> !path.startsWith("/usr"))
                .distinct()
                .toList();
    }
}
