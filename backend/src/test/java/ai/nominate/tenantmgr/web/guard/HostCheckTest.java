package ai.nominate.tenantmgr.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.web.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A page of another site cannot reach the API by pointing its own name at this machine. */
@QuarkusTest
class HostCheckTest {
    private static final List<String> PATHS = List.of(
            "GET /",
            "GET /api/tenants",
            "POST /api/auth/login",
            "GET /q/metrics",
            "GET /q/health/live",
            "GET /q/openapi",
            "GET /ws/events",
            "POST /internal/services");

    @TestFactory
    Stream<DynamicTest> a_request_for_another_name_is_refused_on_every_path() {
        return Stream.of("evil.example", "localhost.evil.example:80", "acme.localhost", "192.0.2.7", "2130706433")
                .flatMap(host -> PATHS.stream()
                        .map(path -> DynamicTest.dynamicTest(
                                path + " of " + host,
                                () -> assertThat(send(path, "Host: " + host + "\r\n"))
                                        .matches(answer -> answer.isProblem(421, "request.misdirected")))));
    }

    @Test
    void a_forwarded_name_must_be_the_manager_s_own_too() {
        assertThat(send("GET /q/health/live", "Host: localhost\r\nX-Forwarded-Host: evil.example\r\n"))
                .matches(answer -> answer.isProblem(421, "request.misdirected"));
    }

    @Test
    void the_manager_s_own_names_are_accepted() {
        for (String host : List.of("localhost", "LOCALHOST:32200", "127.0.0.1:1", "[::1]:32200", "127.0.0.1")) {
            assertThat(send("GET /q/health/live", "Host: " + host + "\r\n").status())
                    .as(host)
                    .isEqualTo(200);
        }
    }

    private static RawHttp.Answer send(String methodAndPath, String headers) {
        return RawHttp.send(
                methodAndPath + " HTTP/1.1\r\n" + headers + "Connection: close\r\nContent-Length: 0\r\n\r\n");
    }
}
