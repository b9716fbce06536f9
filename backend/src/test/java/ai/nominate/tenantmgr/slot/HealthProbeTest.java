package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    private final HealthProbe probe = new HealthProbe(URI.create("https://acme.example:8443"));
    private ServerSocket server;
    private volatile String request = "";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_service_is_asked_as_a_visitor_of_the_tenant_would_be_proxied() {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        assertThat(ask(new HealthSpec("/health?deep=1")).isWell()).isTrue();
        assertThat(request.lines())
                .startsWith("GET /health?deep=1 HTTP/1.1")
                .contains(
                        "Host: acme.example:8443",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: acme.example:8443",
                        "X-Forwarded-Port: 8443",
                        "X-Forwarded-For: 127.0.0.1");
    }

    @Test
    void a_redirect_is_no_healthy_answer_and_tells_where_it_leads_and_what_was_asked() {
        answering("HTTP/1.1 301 Moved\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n");

        HealthProbe.Answer answer = ask(new HealthSpec("/"));
        assertThat(answer.isWell()).isFalse();
        assertThat(answer.sentence())
                .isEqualTo("/ answers 301 to https://other.example/ (asked with Host acme.example:8443 and"
                        + " X-Forwarded-Proto https)");
    }

    @Test
    void the_manifest_may_name_the_healthy_answers() {
        answering("HTTP/1.0 401 Unauthorized\r\n\r\n");
        assertThat(ask(new HealthSpec("/", List.of(401), Duration.ofSeconds(5))).isWell())
                .isTrue();
    }

    @Test
    void an_answer_that_comes_too_late_or_is_no_http_is_none() {
        answering(null);
        assertThat(ask(new HealthSpec("/slow", List.of(), Duration.ofSeconds(1))))
                .isEqualTo(new HealthProbe.Answer(0, false, "/slow did not answer within 1 s"));
        answering("SSH-2.0-OpenSSH\r\n");
        assertThat(ask(new HealthSpec("/")).sentence()).contains("the answer is not HTTP/1.1");
    }

    @Test
    void a_body_without_an_end_is_an_answer_still() {
        answering("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: x\n\n", true);
        assertThat(ask(new HealthSpec("/events", List.of(), Duration.ofSeconds(1)))
                        .isWell())
                .isTrue();
    }

    @Test
    void a_port_on_which_nothing_listens_is_named() throws IOException {
        server.close();
        assertThat(ask(new HealthSpec("/")).sentence())
                .isEqualTo("nothing listens on port " + server.getLocalPort() + " yet");
    }

    private HealthProbe.Answer ask(HealthSpec health) {
        return probe.ask(new PortNumber(server.getLocalPort()), health);
    }

    private void answering(String text) {
        answering(text, text == null);
    }

    /** @param open whether the connection stays open after the text; null for no text */
    private void answering(String text, boolean open) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                byte[] head = new byte[4096];
                request = new String(head, 0, socket.getInputStream().read(head), StandardCharsets.ISO_8859_1);
                if (text != null) {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                }
                if (open) {
                    socket.getInputStream().read(); // until the probe has closed
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
    }
}
