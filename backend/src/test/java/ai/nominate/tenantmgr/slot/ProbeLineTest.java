package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1 - - [27/Nov/2026 10:00:00] \"GET /health HTTP/1.1\" 500 -",
                "INFO:     127.0.0.1:4242 - \"GET /health HTTP/1.1\" 200 OK",
                "\u001B[0mGET /health \u001B[32m200\u001B[0m 1.234 ms - 2\u001B[0m",
                "{\"path\":\"/other\",\"agent\":\"tenantmgr-probe\"}"
            })
    void a_note_of_a_health_check_is_recognised_in_the_usual_access_logs(String line) {
        assertThat(ProbeLine.is(line, "/health")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health failed: no connection to the database",
                "\"GET /health/more HTTP/1.1\" 200",
                "\"POST /health HTTP/1.1\" 200",
                "/health answers slowly"
            })
    void what_the_service_says_itself_is_kept(String line) {
        assertThat(ProbeLine.is(line, "/health")).isFalse();
    }
}
