package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.egress.Egress;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proxy of captures lets through, asked as a browser would ask it. */
class EgressProxyTest {
    private static final int MOST_BYTES = 20_000;

    @TempDir
    Path root;

    private EgressProxy proxy;
    private PageServer site;

    @BeforeEach
    void start() throws IOException {
        proxy = EgressProxy.start(new Egress(Optional.of("127.0.0.1"))::reachOnWeb, root.resolve("proxy"), MOST_BYTES);
        site = new PageServer("127.0.0.1").page("/", "hello").page("/large", "x".repeat(2 * MOST_BYTES));
    }

    @AfterEach
    void end() {
        proxy.close();
        site.close();
    }

    @Test
    void a_page_at_an_allowed_address_is_carried() throws IOException {
        assertThat(answer("GET " + site.address("/") + " HTTP/1.1\r\nHost: " + site.authority() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("hello");
        assertThat(answer("CONNECT " + site.authority()
                        + " HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 Connection established")
                .endsWith("hello");
        assertThat(proxy.refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2:80",
                "169.254.169.254:80",
                "10.0.0.5:443",
                "[::1]:80",
                "[::ffff:127.0.0.1]:80",
                "[fd00::1]:443",
                "0177.0.0.1:80",
                "2130706433:80",
                "0x7f.1:80",
                "0.0.0.0:80",
                "8.8.8.8:22",
                "8.8.8.8:6379"
            })
    void a_private_address_and_a_port_that_is_not_of_the_web_are_refused(String authority) throws IOException {
        assertThat(answer("CONNECT " + authority + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 470");
        assertThat(answer("GET http://" + authority + "/ HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 470");
        assertThat(proxy.refused()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "CONNECT a:b HTTP/1.1\r\n\r\n",
                "GET ftp://a/ HTTP/1.1\r\n\r\n",
                "\r\n\r\n",
                "CONNECT 127.0.0.1:99999 HTTP/1.1\r\n\r\n"
            })
    void what_is_no_request_gets_no_answer(String text) throws IOException {
        assertThat(answer(text)).isEmpty();
    }

    @Test
    void more_than_the_budget_is_not_carried() throws IOException {
        String answer = answer("GET " + site.address("/large") + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.length()).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(proxy.isExhausted()).isTrue();
    }

    private String answer(String request) throws IOException {
        try (SocketChannel browser = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            browser.connect(UnixDomainSocketAddress.of(root.resolve("proxy")));
            browser.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
            try {
                while (browser.read(buffer.clear()) >= 0) {
                    answer.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
                }
            } catch (IOException cut) {
                // the proxy has cut the connection
            }
            return answer.toString();
        }
    }
}
