package ai.nominate.tenantmgr.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.auth.People;
import ai.nominate.tenantmgr.auth.request.ClientAddress;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Password guessing gets slower with each failure, and does not affect other users. */
@QuarkusTest
class SignInBackoffTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    AgroalDataSource database;

    @Inject
    SignInBackoff backoff;

    private final People.Person victim = People.make("admin");

    @AfterEach
    void forget() throws SQLException {
        execute("delete from sign_in_failure");
    }

    @Test
    void after_five_failures_an_account_waits_at_that_address_and_twice_as_long_after_each_more() {
        Api stranger = from(address());
        for (int i = 0; i < 6; i++) {
            wrong(stranger, victim.name()).refuses(401, "auth.bad-credentials");
        }
        Answer refused = wrong(stranger, victim.name()).refuses(429, "auth.slow-down");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
        People.login(stranger, victim.name(), People.PASSWORD).refuses(429, "auth.slow-down");

        TestClock.forward(Duration.ofSeconds(3));
        wrong(stranger, victim.name()).refuses(401, "auth.bad-credentials");
        refused = wrong(stranger, victim.name()).refuses(429, "auth.slow-down");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3, 5);

        TestClock.forward(Duration.ofSeconds(5));
        People.login(stranger, victim.name(), People.PASSWORD).expect(200);
        wrong(stranger, victim.name()).refuses(401, "auth.bad-credentials");
    }

    @Test
    void a_stranger_never_locks_the_owner_out() {
        Api stranger = from(address());
        for (int i = 0; i < 6; i++) {
            wrong(stranger, victim.name()).refuses(401, "auth.bad-credentials");
        }
        wrong(stranger, victim.name()).refuses(429, "auth.slow-down");

        People.login(from(address()), victim.name(), People.PASSWORD).expect(200);
    }

    @Test
    void an_address_that_tries_one_name_after_the_other_waits_as_well() {
        Api stranger = from(address());
        for (int i = 0; i < 21; i++) {
            wrong(stranger, UUID.randomUUID().toString()).refuses(401, "auth.bad-credentials");
        }
        wrong(stranger, UUID.randomUUID().toString()).refuses(429, "auth.slow-down");
        People.login(stranger, victim.name(), People.PASSWORD).refuses(429, "auth.slow-down");
    }

    @Test
    void a_password_of_one_s_own_between_the_guesses_does_not_free_the_address() {
        People.Person own = People.make("viewer");
        Api stranger = from(address());
        int guessed = 0;
        for (int i = 0; i < 40; i++) {
            guessed += wrong(stranger, UUID.randomUUID().toString()).status() == 401 ? 1 : 0;
            People.login(stranger, own.name(), People.PASSWORD);
        }
        assertThat(guessed).isLessThan(25);
    }

    @Test
    void no_header_changes_the_address_of_a_caller() throws SQLException {
        for (String header :
                List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP")) {
            execute("delete from sign_in_failure");
            for (int i = 0; i < 6; i++) {
                wrong(Api.anonymous().with(header, forged(header)), victim.name())
                        .refuses(401, "auth.bad-credentials");
            }
            wrong(Api.anonymous().with(header, forged(header)), victim.name()).refuses(429, "auth.slow-down");
            wrong(
                            Api.anonymous()
                                    .with(header, forged(header))
                                    .with(ClientAddress.PROOF_HEADER, "a guessed secret"),
                            victim.name())
                    .refuses(429, "auth.slow-down");
        }
    }

    @Test
    void whoever_has_one_address_of_an_ipv6_network_has_all_of_them() {
        String network = "2001:db8:0:" + Integer.toHexString(NEXT.incrementAndGet() + 4096) + ":";
        for (int i = 0; i < 6; i++) {
            wrong(from(network + "ffff::" + i), victim.name()).refuses(401, "auth.bad-credentials");
        }
        wrong(from(network + "1:2:3:4"), victim.name()).refuses(429, "auth.slow-down");
        wrong(from("2001:db8:1::1"), victim.name()).refuses(401, "auth.bad-credentials");
        assertThat(ClientAddress.network("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(ClientAddress.network("not-an-ip<script>")).isEqualTo("unknown");
    }

    @Test
    void a_hundred_at_once_get_no_more_guesses_than_one_after_the_other_and_all_are_answered() throws Exception {
        Api stranger = from(address());
        List<Answer> answers;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> guess = () -> wrong(stranger, victim.name());
            answers = callers.invokeAll(Collections.nCopies(100, guess)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSizeBetween(5, 6);
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
    }

    @Test
    void a_flood_of_sign_ins_is_refused_and_delays_no_other_request() throws Exception {
        List<Answer> answers;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> guesses = new java.util.ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Api stranger = from(address());
                guesses.add(() -> wrong(stranger, victim.name()));
            }
            answers = callers.invokeAll(guesses).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).extracting(Answer::status).containsAnyOf(401).isSubsetOf(401, 503);
        answers.stream()
                .filter(answer -> answer.status() == 503)
                .forEach(answer -> assertThat(answer.refuses(503, "auth.busy").header("Retry-After"))
                        .isNotEmpty());
    }

    @Test
    void what_is_forgotten_is_removed() throws SQLException {
        wrong(from(address()), victim.name()).refuses(401, "auth.bad-credentials");
        assertThat(rows()).isPositive();
        TestClock.forward(Duration.ofHours(2));
        Uni<Void> pruned = backoff.prune();
        pruned.await().atMost(Duration.ofSeconds(10));
        assertThat(rows()).isZero();
    }

    private static Answer wrong(Api from, String name) {
        return People.login(from, name, "a wrong password");
    }

    /** The request as NGINX forwards it. */
    private static Api from(String address) {
        return Api.anonymous()
                .with(
                        ClientAddress.PROOF_HEADER,
                        ConfigProvider.getConfig().getValue("tenantmgr.proxy-secret", String.class))
                .with("X-Real-IP", address);
    }

    private static String address() {
        int next = NEXT.incrementAndGet();
        return "198.18." + next / 250 + "." + (next % 250 + 1);
    }

    private static String forged(String header) {
        String address = address();
        return header.equals("Forwarded") ? "for=" + address : address;
    }

    private int rows() throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) from sign_in_failure")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
