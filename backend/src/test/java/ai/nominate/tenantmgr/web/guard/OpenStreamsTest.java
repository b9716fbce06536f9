package ai.nominate.tenantmgr.web.guard;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.EndlessDeployment;
import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live streams of every kind are counted, and clients that do not read are disconnected. The deployment never ends. */
@QuarkusTest
class OpenStreamsTest {
    private static final String SSE = "Accept: text/event-stream\r\n";
    private static final String SOCKET = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "tenantmgr.streams.per-user")
    int most;

    private final List<Socket> opened = new ArrayList<>();
    private EndlessDeployment endless;
    private UUID deployment;

    @BeforeEach
    void a_deployment_that_goes_on() throws SQLException {
        endless = new EndlessDeployment(database);
        deployment = endless.id();
        assertThat(open()).isZero();
    }

    @AfterEach
    void that_ends_after_all() throws Exception {
        for (Socket socket : opened) {
            socket.close();
        }
        endless.end();
        eventually("no stream is open", Duration.ofSeconds(20), () -> open() == 0);
    }

    @Test
    void one_more_than_a_user_may_have_is_refused_until_another_has_ended() throws Exception {
        for (int i = 0; i < most; i++) {
            assertThat(begin(i % 2 == 0 ? sse() : socket(), Role.OPERATOR)).isIn(200, 101);
        }
        assertThat(open()).isEqualTo(most);

        Api.as(Role.OPERATOR)
                .with("Accept", "text/event-stream")
                .get("/api/deployments/" + deployment + "/logs")
                .refuses(429, "request.too-many");
        assertThat(begin(socket(), Role.OPERATOR)).isEqualTo(429);
        assertThat(begin(sse(), Role.VIEWER)).isEqualTo(200);
        assertThat(Api.as(Role.OPERATOR)
                        .get("/api/deployments/" + deployment + "/logs")
                        .status())
                .isEqualTo(200);

        opened.getFirst().close();
        eventually("a place is free", Duration.ofSeconds(10), () -> begin(sse(), Role.OPERATOR) == 200);
    }

    @Test
    void streams_of_events_are_counted_like_those_of_deployments() {
        String events = "GET /api/events?topics=tenants HTTP/1.1\r\n" + SSE;
        String eventSocket = "GET /ws/events?topics=tenants HTTP/1.1\r\n" + SOCKET;
        for (int i = 0; i < most; i++) {
            assertThat(begin(i % 2 == 0 ? events : eventSocket, Role.OPERATOR)).isIn(200, 101);
        }
        assertThat(open()).isEqualTo(most);

        assertThat(begin(events, Role.OPERATOR)).isEqualTo(429);
        assertThat(begin(eventSocket, Role.OPERATOR)).isEqualTo(429);
        assertThat(begin(sse(), Role.OPERATOR)).isEqualTo(429);
    }

    @Test
    void a_refused_stream_says_when_to_come_again() throws Exception {
        for (int i = 0; i < most; i++) {
            begin(sse(), Role.OPERATOR);
        }

        String wait = Api.as(Role.OPERATOR)
                .with("Accept", "text/event-stream")
                .get("/api/deployments/" + deployment + "/logs")
                .header("Retry-After");

        assertThat(Integer.parseInt(wait)).isPositive();
    }

    @Test
    void who_reads_nothing_of_what_waits_is_cut_off() throws Exception {
        execute("insert into run_log (run_id, seq, at, stream, level, text) select '" + deployment
                + "', i, now(), 'out', 'info', repeat('x', 2000) from generate_series(1, 20000) i");
        for (int i = 0; i < 6; i++) {
            assertThat(begin(i % 2 == 0 ? sse() : socket(), Role.OPERATOR)).isIn(200, 101);
        }

        eventually("those who do not read are gone", Duration.ofSeconds(30), () -> open() == 0);
    }

    @Test
    void who_has_nothing_to_read_is_left_in_peace() throws Exception {
        begin(sse(), Role.OPERATOR);
        begin(socket(), Role.OPERATOR);

        Socket reader = opened.getFirst();
        reader.setSoTimeout(20_000);
        var lines = new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8)).lines();

        assertThat(lines.anyMatch(line -> line.contains("keep-alive"))).isTrue();
        assertThat(open()).isEqualTo(2);
    }

    @Test
    void who_comes_and_goes_leaves_nothing_behind() throws Exception {
        for (int i = 0; i < 10 * most; i++) {
            Socket socket = connect(i % 2 == 0 ? sse() : socket(), Role.OPERATOR);
            socket.setSoLinger(true, 0);
            socket.close();
        }

        eventually("nothing is left", Duration.ofSeconds(20), () -> open() == 0);
    }

    private String sse() {
        return "GET /api/deployments/" + deployment + "/logs HTTP/1.1\r\n" + SSE;
    }

    private String socket() {
        return "GET /ws/deployments/" + deployment + " HTTP/1.1\r\n" + SOCKET;
    }

    /** The status of the answer's head; the stream stays open and unread. */
    private int begin(String head, Role role) {
        try {
            Socket socket = connect(head, role);
            opened.add(socket);
            socket.setSoTimeout(10_000);
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(status.substring("HTTP/1.1 ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connect(String head, Role role) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", Api.uri("").getPort()));
        socket.getOutputStream()
                .write((head + "Host: localhost\r\nAuthorization: Bearer " + TestTokens.of(role) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int open() {
        return Api.admin()
                .get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("tenantmgr_streams_open"))
                .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
