package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages that try what a page should not be able to do. A listener at a private address that nobody has allowed proves that nothing
 * got there; each capture ends within its deadline, leaves no process and no file, and the next one works.
 */
class HostilePagesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(Repetitions.of(15, 40));
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** For pages that do nothing, on a machine that has no time for them. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final int FEW_PAGES = 2;
    private static final String PLAIN = "<h1>Page</h1><button style='background:#0a0'>Go</button>";

    @TempDir
    Path root;

    private CapturingMachine machine;
    private PageServer site;
    private PageServer secret;
    private DatagramSocket secretDatagrams;

    @BeforeEach
    void start() throws IOException {
        machine = new CapturingMachine(root);
        site = new PageServer("127.0.0.1").page("/plain", PLAIN);
        secret = new PageServer("127.0.0.2").page("/secret", "<h1>secret</h1>");
        secretDatagrams = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
        secretDatagrams.setSoTimeout(200);
    }

    @AfterEach
    void end() {
        machine.close();
        site.close();
        secret.close();
        secretDatagrams.close();
    }

    @TestFactory
    Stream<DynamicTest> nothing_private_is_reached_and_the_next_capture_works() {
        return pages().entrySet().stream()
                .limit(Repetitions.of(FEW_PAGES, Integer.MAX_VALUE))
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    site.page("/page", page.getValue());
                    captureInTime("/page");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_page_at_a_private_address_is_refused() {
        site.on("/redirect", PageServer.Answer.redirect(secret.address("/secret")));
        return Stream.of(site.address("/redirect"), secret.address("/secret"))
                .map(address -> DynamicTest.dynamicTest(address.endsWith("secret") ? "itself" : "by a redirect", () -> {
                    assertThat(machine.capture(address, "r", LONGEST))
                            .isInstanceOfSatisfying(
                                    CaptureResult.Failed.class,
                                    failed -> assertThat(failed.problem()).isEqualTo(CaptureProblem.NOT_REACHED));
                    nothingWasReached();
                }));
    }

    /** The first ones are those of {@code make test}. */
    private Map<String, String> pages() {
        String to = secret.address("/secret");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("a script without end", PLAIN + "<script>while (true) {}</script>");
        pages.put(
                "parts from a private address",
                PLAIN + "<img src='" + to + "'><iframe src='" + to + "'></iframe><link rel=stylesheet href='" + to
                        + "'><script src='" + to
                        + "'></script><link rel=preconnect href='" + to + "'><video src='" + to
                        + "'></video><script>fetch('" + to
                        + "', {mode: 'no-cors'}); new WebSocket('" + to.replace("http", "ws")
                        + "'); navigator.sendBeacon('" + to
                        + "'); new EventSource('" + to + "')</script>");
        pages.put(
                "a redirect in the page",
                PLAIN + "<meta http-equiv=refresh content='0;url=" + to + "'><script>location = '" + to + "'</script>");
        pages.put(
                "functions of its own for ours",
                PLAIN
                        + "<script>getComputedStyle = () => ({}); JSON.stringify = () => '{\"paints\":1}'; Array.prototype.map = () => { throw 1 };"
                        + " Element.prototype.getBoundingClientRect = () => { throw 1 }</script>");
        pages.put(
                "dialogs without end",
                PLAIN + "<script>setInterval(() => { alert(1); confirm(2); prompt(3); }, 1)</script>");
        pages.put(
                "windows, downloads and printing",
                PLAIN
                        + "<a id=d download href='data:application/octet-stream,x'>x</a><script>d.click(); for (let i = 0; i < 50; i++)"
                        + " open('" + to + "'); print(); onbeforeunload = () => 'stay'</script>");
        pages.put(
                "a service worker and workers",
                PLAIN
                        + "<script>navigator.serviceWorker?.register('/worker.js'); new Worker(URL.createObjectURL(new Blob([\"setInterval(() =>"
                        + " fetch('" + to + "', {mode: 'no-cors'}), 50)\"])))</script>");
        pages.put(
                "datagrams",
                PLAIN
                        + "<script>for (const kind of ['stun', 'turn']) { const peer = new RTCPeerConnection({iceServers: [{urls: kind + ':127.0.0.2:"
                        + secretDatagrams.getLocalPort()
                        + "', username: 'a', credential: 'b'}]}); peer.createDataChannel('x');"
                        + " peer.createOffer().then(offer => peer.setLocalDescription(offer)) }</script>");
        pages.put(
                "a million elements",
                PLAIN
                        + "<script>document.body.insertAdjacentHTML('beforeend', '<p style=\"color:#123456\">x'.repeat(1e6))</script>");
        pages.put(
                "memory without end",
                PLAIN + "<script>const all = []; while (true) all.push(new Uint8Array(1 << 24).fill(7))</script>");
        return pages;
    }

    /** Whatever comes out of it: evidence or a failure. */
    private void captureInTime(String path) throws IOException {
        long start = System.nanoTime();
        CaptureResult result = machine.capture(site.address(path), "r", DEADLINE);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        nothingWasReached();
        assertThat(took).isLessThan(DEADLINE.plus(GRACE));
        assertThat(result).isNotNull();
        assertThat(machine.processes()).isZero();
        assertThat(Files.list(machine.home().run().resolve("captures"))).isEmpty();
        assertThat(machine.capture(site.address("/plain"), "next", LONGEST)).isInstanceOf(CaptureResult.Captured.class);
    }

    private void nothingWasReached() throws IOException {
        assertThat(secret.asked()).isEmpty();
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        try {
            secretDatagrams.receive(packet);
            throw new AssertionError("a datagram came from " + packet.getSocketAddress());
        } catch (SocketTimeoutException none) {
            // as it should be
        }
    }
}
