package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.ExitCode;
import ai.nominate.tenantmgr.analysis.browser.Main;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is typed to capture a page. The first shell is in a network of its own and brings up its loopback; the second one is an
 * ordinary user in it, as Chromium's sandbox wants, and starts browser and capture program at the same time.
 */
record CaptureCommand(Path chromium, Path java, List<Path> classPath) {
    private static final String NETWORK = "ip link set lo up || exit " + ExitCode.NO_BROWSER
            + "; second=$1; shift; exec unshare --user --map-user=1000 --map-group=1000 -- /bin/sh -c \"$second\" capture \"$@\"";

    /** The browser itself has no way out, as nobody listens on that port; the page's window has the relay. */
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--remote-debugging-pipe",
            "--user-data-dir=profile",
            "--proxy-server=http://127.0.0.1:9",
            "'--proxy-bypass-list=<-loopback>'",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-quic",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--disable-breakpad",
            "--disable-features=PreconnectToSearch,NavigationPredictor,HttpsUpgrades,NetworkTimeServiceQuerying,LensOverlay,Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,InterestFeedContentSuggestions",
            "--metrics-recording-only",
            "--disable-domain-reliability",
            "--no-pings",
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--mute-audio",
            "--hide-scrollbars",
            "--lang=en-US",
            "--force-color-profile=srgb",
            "--no-startup-window");

    private static final String PROGRAMS = "mkfifo in out || exit " + ExitCode.NO_BROWSER + "; \"$1\" "
            + String.join(" ", FLAGS) + " 3<>in 4<>out >browser.log 2>&1 </dev/null & shift; exec \"$@\"";

    /** The capture program of this very application. */
    static CaptureCommand of(Path chromium) {
        return new CaptureCommand(
                chromium,
                Path.of(System.getProperty("java.home"), "bin/java"),
                classPath(List.of(Main.class, ObjectMapper.class, JsonFactory.class, JsonCreator.class)));
    }

    List<String> argv(URI address, Duration patience) {
        List<String> argv = new ArrayList<>(List.of(
                "unshare", "--user", "--map-root-user", "--net", "--", "/bin/sh", "-c", NETWORK, "capture", PROGRAMS));
        argv.add(chromium.toString());
        argv.addAll(List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                String.join(":", classPath.stream().map(Path::toString).toList()),
                Main.class.getName(),
                address.toASCIIString(),
                Long.toString(patience.toMillis())));
        return argv;
    }

    /** Where the classes lie; outside the home, only directories can be shown. */
    List<Path> directories() {
        return classPath.stream()
                .map(path -> Files.isDirectory(path) ? path : path.getParent())
                .distinct()
                .toList();
    }

    private static List<Path> classPath(List<Class<?>> classes) {
        List<CodeSource> sources = classes.stream()
                .map(type -> type.getProtectionDomain().getCodeSource())
                .toList();
        Stream<Path> paths = sources.stream().anyMatch(source -> source == null || source.getLocation() == null)
                ? Arrays.stream(System.getProperty("java.class.path").split(":"))
                        .map(Path::of)
                : sources.stream().map(CaptureCommand::path);
        return paths.map(Path::toAbsolutePath).distinct().toList();
    }

    private static Path path(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
