package ai.nominate.tenantmgr.web;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The request id of an answer is in every log line of that request. */
@QuarkusTest
class LogTest {
    private static final Logger REFUSALS = Logger.getLogger("ai.nominate.tenantmgr.web.RefusalLog");
    private static final Logger ACCESS = Logger.getLogger("access");
    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            ExtLogRecord whole = ExtLogRecord.wrap(line);
            whole.copyMdc();
            lines.add(whole);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        for (Logger logger : List.of(REFUSALS, ACCESS)) {
            logger.setLevel(Level.INFO);
            logger.addHandler(listener);
        }
    }

    @AfterEach
    void stopListening() {
        for (Logger logger : List.of(REFUSALS, ACCESS)) {
            logger.removeHandler(listener);
            logger.setLevel(null);
        }
    }

    @Test
    void a_refusal_is_in_the_log_with_its_instance_and_its_request() {
        Answer onEventLoop = Api.admin().get("/api/tenants/unknown").expect(404);
        Answer onThread = Api.admin().post("/api/tenants/unknown/stop", "").expect(404);

        for (Answer answer : List.of(onEventLoop, onThread)) {
            eventually(
                    "the line is written",
                    Duration.ofSeconds(10),
                    () -> !about(answer.text("instance")).isEmpty());
            assertThat(about(answer.text("instance"))).hasSize(1).allSatisfy(line -> {
                assertThat(line.getFormattedMessage()).contains("404 tenant.unknown");
                assertThat(line.getMdc("requestId")).isEqualTo(answer.header("X-Request-Id"));
            });
        }
    }

    @Test
    void ids_of_requests_at_once_are_not_mixed_up() throws Exception {
        List<Callable<Answer>> calls = IntStream.range(0, 60)
                .mapToObj(each -> (Callable<Answer>) () -> Api.admin()
                        .with("X-Request-Id", "request-" + each)
                        .send(each % 2 == 0 ? "GET" : "POST", path(each), null))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                Answer refused = answer.get().expect(404);
                String id = refused.header("X-Request-Id");
                eventually(
                        "the line is written",
                        Duration.ofSeconds(10),
                        () -> !about(refused.text("instance")).isEmpty());
                assertThat(about(refused.text("instance")))
                        .allSatisfy(line -> assertThat(line.getMdc("requestId")).isEqualTo(id));
            }
        }
        eventually(
                "the lines are written",
                Duration.ofSeconds(10),
                () -> IntStream.range(0, 60)
                        .allMatch(each -> about(path(each) + " 404 ").size() == 1));
        for (int each = 0; each < 60; each++) {
            assertThat(about(path(each) + " 404 ").getFirst().getFormattedMessage())
                    .endsWith(", request-" + each);
        }
    }

    private static String path(int each) {
        return each % 2 == 0 ? "/api/tenants/even" + each : "/api/tenants/odd" + each + "/stop";
    }

    @Test
    void a_thread_that_waits_for_the_database_takes_the_id_along() {
        MDC.put("requestId", "request-of-the-thread");
        try {
            assertThat(Reactive.await(() -> Uni.createFrom().item(MDC.get("requestId"))))
                    .isEqualTo("request-of-the-thread");
        } finally {
            MDC.remove("requestId");
        }
        assertThat(Reactive.await(() -> Uni.createFrom().item(String.valueOf(MDC.get("requestId")))))
                .isEqualTo("null");
    }

    @Test
    void a_request_is_one_line_without_query_and_headers() {
        Answer answer =
                Api.as(Role.VIEWER).get("/api/tenants?search=secret-of-mine").expect(200);
        String id = answer.header("X-Request-Id");

        eventually(
                "the line is written", Duration.ofSeconds(10), () -> !about(id).isEmpty());
        assertThat(about(id)).hasSize(1);
        assertThat(about(id).getFirst().getFormattedMessage())
                .matches("GET /api/tenants 200 [0-9]+ ms, some-viewer, " + id);
        assertThat(lines).noneMatch(line -> line.getFormattedMessage().contains("secret-of-mine"));
    }

    @Test
    void a_caller_cannot_write_lines_of_their_own() {
        assertThat(LogText.of("one\r\ntwo\u001b[2J\u2028three\u0000")).isEqualTo("one??two?[2J?three?");
        assertThat(LogText.of("x".repeat(10_000))).hasSizeLessThan(400);
    }

    private List<ExtLogRecord> about(String text) {
        return lines.stream()
                .filter(line -> line.getFormattedMessage().contains(text))
                .toList();
    }
}
