package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many tenants from 32 clients, each repeated until it is created. Deleted afterwards, because other tests need
 * the ports.
 */
@QuarkusTest
class ManyTenantsAtOnceTest {
    private static final int TENANTS = Repetitions.of(200, 1000);
    private static final String RANGE = "/api/settings/port.range";
    private final Api operator = Api.as(Role.OPERATOR);

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void many_ports() {
        Api.admin().put(RANGE, Map.of("value", "10000-19999")).expect(200);
    }

    @AfterEach
    void nothing_left() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from tenant where slug like 'crowd-%'");
        }
        Api.admin().put(RANGE, "{\"value\": null}").expect(200);
    }

    @Test
    void no_port_and_no_slug_is_given_twice_and_none_is_lost() throws Exception {
        List<Callable<Answer>> creates = IntStream.range(0, TENANTS)
                .<Callable<Answer>>mapToObj(number -> () -> made("crowd-" + number))
                .toList();
        List<Answer> made;
        try (var clients = Executors.newFixedThreadPool(32)) {
            made = clients.invokeAll(creates).stream().map(Future::resultNow).toList();
        }

        Set<Integer> ports = new HashSet<>();
        made.forEach(tenant -> {
            ports.add(tenant.at("ports/frontend").intValue());
            ports.add(tenant.at("ports/backend").intValue());
            ports.add(tenant.at("ports/standby/frontend").intValue());
            ports.add(tenant.at("ports/standby/backend").intValue());
        });
        assertThat(ports).hasSize(4 * TENANTS).allMatch(port -> port >= 10_000 && port <= 19_999);
        assertThat(made).extracting(tenant -> tenant.text("slug")).doesNotHaveDuplicates();
        assertThat(operator.get("/api/tenants?search=crowd-&size=1")
                        .expect(200)
                        .at("total")
                        .intValue())
                .isEqualTo(TENANTS);
        for (Answer tenant : made) {
            Answer found = operator.get("/api/tenants/" + tenant.text("id")).expect(200);
            assertThat(found.at("ports")).isEqualTo(tenant.at("ports"));
        }
    }

    private Answer made(String slug) {
        while (true) {
            Answer answer = operator.post("/api/tenants", TenantsTest.tenant(slug));
            if (answer.status() == 201) {
                return answer;
            }
            assertThat(answer.status()).as(answer.body()).isIn(429, 503);
            assertThat(answer.header("Retry-After")).as(answer.body()).matches("[1-9][0-9]*");
        }
    }
}
