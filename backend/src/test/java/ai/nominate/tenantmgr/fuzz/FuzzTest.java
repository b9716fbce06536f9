package ai.nominate.tenantmgr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.FreshDatabase;
import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random and hostile requests to every operation of the served contract, with every role: each answer must conform to
 * the contract, and the application must be healthy afterwards. The seed is fixed, so that failures are reproducible.
 */
@QuarkusTest
@TestProfile(FreshDatabase.class)
class FuzzTest {
    private static final long SEED = 20_260_301;
    private static final int CASES = Repetitions.of(9, 400);
    private static final int AT_ONCE = 8;
    private static final Duration LIMIT = Duration.ofMinutes(Repetitions.of(5, 30));
    private static final String NOBODY = "nobody";

    private final JsonNode contract =
            Api.anonymous().get("/q/openapi?format=json").expect(200).json();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> passedTheDoor = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void no_request_brings_the_application_to_say_or_do_what_it_should_not() throws InterruptedException {
        List<ApiOperation> operations = ApiOperation.all(contract);
        // before the first request, which may change a setting they need
        List<Known> knowns =
                IntStream.range(0, operations.size()).mapToObj(Known::fresh).toList();
        long start = System.nanoTime();
        try (ErrorLog errors = new ErrorLog()) {
            var workers = Executors.newFixedThreadPool(AT_ONCE);
            for (int i = 0; i < operations.size(); i++) {
                ApiOperation operation = operations.get(i);
                Known known = knowns.get(i);
                workers.submit(() -> fuzz(operation, known));
            }
            workers.shutdown();
            assertThat(workers.awaitTermination(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .as("%s requests in less than %s", sent, LIMIT)
                    .isTrue();

            assertThat(faults)
                    .as("%s faults of %s requests", faults.size(), sent)
                    .isEmpty();
            assertThat(errors.traces()).as("stack traces in the log").isEmpty();
        }
        assertThat(sent.get()).isGreaterThanOrEqualTo(operations.size() * CASES);
        assertThat(operations)
                .as("operations of which most cases ended at the door")
                .filteredOn(operation -> !operation.open())
                .allMatch(operation -> passedTheDoor.getOrDefault(operation.toString(), 0) > CASES / 2);
        Api.anonymous().get("/q/health/ready").expect(200);
        Api.admin().get("/api/tenants").expect(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    }

    private void fuzz(ApiOperation operation, Known known) {
        try (RawConnection connection = new RawConnection(Api.uri("/").getPort())) {
            Map<String, List<String>> callers = callers(operation);
            Cases cases = new Cases(operation, contract, known, SEED);
            for (int number = 0; number < CASES; number++) {
                RawRequest request = cases.next();
                for (Map.Entry<String, List<String>> caller : callers.entrySet()) {
                    check(operation, caller.getKey(), number, request, connection.send(request, caller.getValue()));
                }
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            faults.add(operation + ": " + e);
        }
    }

    private void check(
            ApiOperation operation, String caller, int number, RawRequest request, RawConnection.Answer answer) {
        sent.incrementAndGet();
        if (answer.status() != 401 && answer.status() != 403) {
            passedTheDoor.merge(operation.toString(), 1, Integer::sum);
        }
        String fault = Verdict.on(request, answer);
        if (fault != null) {
            faults.add("%s, case %d as %s: %s\n%s\n→ %d %s %.700s"
                    .formatted(
                            operation,
                            number,
                            caller,
                            fault,
                            request,
                            answer.status(),
                            answer.headers(),
                            answer.body()));
        }
    }

    /** All callers; for public operations one is enough. */
    private static Map<String, List<String>> callers(ApiOperation operation) {
        Map<String, List<String>> callers = new java.util.LinkedHashMap<>();
        callers.put(NOBODY, List.of());
        for (Role role : operation.open() ? new Role[0] : Role.values()) {
            List<String> headers = Api.as(role).headers();
            callers.put(role.id(), List.of(headers.get(0) + ": " + headers.get(1)));
        }
        return callers;
    }
}
