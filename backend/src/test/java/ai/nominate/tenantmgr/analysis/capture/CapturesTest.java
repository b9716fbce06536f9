package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Paint;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a capture measures, with a real browser in its isolation. */
class CapturesTest {
    private static final Duration DEADLINE = Duration.ofMinutes(4);

    @TempDir
    Path root;

    private CapturingMachine machine;
    private PageServer site;

    @BeforeEach
    void start() throws IOException {
        machine = new CapturingMachine(root);
        site = new PageServer("127.0.0.1");
    }

    @AfterEach
    void end() {
        machine.close();
        site.close();
    }

    @Test
    void colours_are_measured_where_they_are_painted() throws IOException {
        site.page("/", """
                <!doctype html><title>Acme</title><meta name="theme-color" content="#123456">
                <style>:root{--brand-600:oklch(0.55 0.2 260)} body{margin:0;font:16px sans-serif;color:#222}
                header{background:#fff;padding:20px} .cta{background:var(--brand-600);color:#fff;padding:12px 24px;border-radius:8px;border:0}
                .photo{width:400px;height:300px;background:linear-gradient(#0a0,#0a0),url(/none.png)}
                @media (prefers-color-scheme: dark){body{background:#101014;color:#eee}}
                #cookie-banner{position:fixed;bottom:0;left:0;right:0;background:#ff00ff;padding:30px}</style>
                <header><a href="/"><svg class="logo" width="120" height="30"><rect width="120" height="30" fill="#c2410c"/></svg></a></header>
                <h1>Welcome</h1><p>Some text of the page</p><a class="cta" href="/x">Start</a><button class="cta">Buy</button>
                <div id="cookie-banner">We use cookies <button>Accept all</button></div>""");

        Snapshot page = captured("/");

        Paint button = paint(page, Kind.BUTTON);
        assertThat(button.count()).isEqualTo(2);
        assertThat(button.properties()).containsExactly("--brand-600");
        assertThat(button.boxes()).hasSize(2);
        assertThat(paint(page, Kind.LOGO).colour()).isEqualTo(new Hex("#c2410c"));
        assertThat(page.declared()).extracting("source").contains("theme-color", "--brand-600");
        assertThat(page.light().paints()).extracting(Paint::colour).doesNotContain(new Hex("#ff00ff"));
        assertThat(page.ownDark()).map(Look::background).contains(new Hex("#101014"));
        assertThat(page.logos().getFirst().colours()).containsExactly(new Hex("#c2410c"));
        assertThat(page.corners())
                .anySatisfy(corner -> assertThat(corner.radius()).isEqualTo(8));
        assertThat(page.screenshots())
                .allSatisfy(shot ->
                        assertThat(machine.directory("r").resolve(shot.file())).isRegularFile());
        assertThat(machine.directory("r").resolve(page.logos().getFirst().file()))
                .content()
                .contains("<svg");
        assertThat(machine.processes()).isZero();
        assertThat(Files.list(machine.home().run().resolve("captures"))).isEmpty();
    }

    @Test
    void the_same_page_gives_the_same_evidence() throws IOException {
        site.page(
                "/",
                "<body style='background:#eef'><h1 style='color:#0055aa'>Title</h1><button style='background:#0055aa'>Go</button>");

        assertThat(SnapshotJson.write(captured("/"))).isEqualTo(SnapshotJson.write(captured("/")));
    }

    @Test
    void what_is_no_page_is_refused() {
        site.on("/gone", PageServer.Answer.of(404, "text/html", "gone"))
                .on("/pdf", PageServer.Answer.of(200, "application/pdf", "%PDF"))
                .on("/text", PageServer.Answer.of(200, "text/plain", "text"));

        for (String path : new String[] {"/gone", "/pdf", "/text"}) {
            assertThat(machine.capture(site.address(path), "r", DEADLINE))
                    .isInstanceOfSatisfying(
                            CaptureResult.Failed.class,
                            failed -> assertThat(failed.problem()).isEqualTo(CaptureProblem.NOT_A_PAGE));
        }
    }

    /** Seccomp 2 is a filter of system calls, which the browser's sandbox puts on the processes that read pages. */
    @Test
    void the_browsers_own_sandbox_holds() {
        List<String> browser = new CopyOnWriteArrayList<>();
        site.page("/", "<img src='/asked.png'><h1>Page</h1>").on("/asked.png", exchange -> {
            for (LiveProcess process : machine.running()) {
                Path files = Path.of("/proc", Long.toString(process.pid()));
                String words = Files.readString(files.resolve("cmdline")).replace('\0', ' ');
                if (words.contains("--type=renderer")) {
                    browser.addAll(Files.readAllLines(files.resolve("status")));
                }
                browser.add(words);
            }
            exchange.sendResponseHeaders(404, -1);
        });

        captured("/");

        assertThat(browser).contains("Seccomp:\t2").noneMatch(words -> words.contains("no-sandbox"));
        assertThat(browser).anyMatch(words -> words.contains("--proxy-bypass-list=<-loopback>"));
    }

    private Snapshot captured(String path) {
        CaptureResult result = machine.capture(site.address(path), "r", DEADLINE);
        assertThat(result).isInstanceOf(CaptureResult.Captured.class);
        return ((CaptureResult.Captured) result).snapshot();
    }

    private static Paint paint(Snapshot page, Kind kind) {
        return page.light().paints().stream()
                .filter(paint -> paint.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
