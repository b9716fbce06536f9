package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.browser.OpenBrowser;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Captures the pages by others, as written and without names: {@code main}, started by {@code make theme-report}. */
public final class CaptureOthers {
    private CaptureOthers() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer proxy = OtherPages.start();
        Path work = Files.createTempDirectory("others");
        try (OpenBrowser browser = OpenBrowser.start(work, proxy.getAddress().getPort())) {
            for (boolean mangled : new boolean[] {false, true}) {
                for (Other other : Other.all()) {
                    if (arguments.length == 0 || !Files.exists(other.evidence(mangled))) {
                        capture(browser, other, mangled, work.resolve(other.host(mangled)));
                    }
                }
                System.out.println("captured pages by others " + (mangled ? "without names" : "as written"));
            }
        } finally {
            proxy.stop(0);
        }
        System.exit(0); // the browser's driver would keep the program alive
    }

    private static void capture(OpenBrowser browser, Other other, boolean mangled, Path pictures) throws IOException {
        Files.createDirectories(pictures);
        Files.createDirectories(other.evidence(mangled).getParent());
        Files.createDirectories(other.picture().getParent());
        try {
            Snapshot page = browser.capture(other.address(mangled), pictures);
            Files.write(other.evidence(mangled), SnapshotJson.write(Evidence.compact(page)));
            if (!mangled) {
                Path picture = pictures.resolve(page.screenshots().getFirst().file());
                Files.copy(picture, other.picture(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (RuntimeException e) {
            System.out.println(other.site().name() + ": " + e.getMessage());
        }
    }
}
