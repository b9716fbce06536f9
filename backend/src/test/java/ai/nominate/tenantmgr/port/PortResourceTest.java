package ai.nominate.tenantmgr.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortResourceTest {
    private static final String RANGE = "/api/settings/port.range";
    private final Api admin = Api.admin();
    private final Api viewer = Api.as(Role.VIEWER);

    @Inject
    PortList list;

    @Inject
    PortRangeConstraint guard;

    @Inject
    AgroalDataSource database;

    @Test
    void a_tenants_block_is_shown_with_its_tenant() {
        Answer tenant = tenant("ports-shown");

        JsonNode block = block(tenant.at("ports/frontend").intValue());

        assertThat(block.path("state").asText()).isEqualTo("leased");
        assertThat(block.at("/tenant/slug").asText()).isEqualTo("ports-shown");
        assertThat(block.at("/tenant/id").asText()).isEqualTo(tenant.text("id"));
        assertThat(block.path("backend")).isEqualTo(tenant.at("ports/backend"));
        assertThat(block.path("standby")).isEqualTo(tenant.at("ports/standby"));
        assertThat(block.path("reason").isNull()).isTrue();
    }

    @Test
    void blocks_come_in_pages_in_the_order_of_their_ports() {
        tenant("ports-page-a");
        tenant("ports-page-b");
        Answer page = viewer.get("/api/ports?size=1&page=1").expect(200);

        assertThat(page.at("items")).hasSize(1);
        assertThat(page.at("total").longValue()).isEqualTo(blocks().size());
        assertThat(blocks())
                .extracting(block -> block.path("first").intValue())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(viewer.get("/api/ports?page=1000000").expect(200).at("total"))
                .isEqualTo(page.at("total"));
        viewer.get("/api/ports?size=201").refuses(400, "request.invalid");
    }

    @Test
    void looking_for_free_blocks_takes_none() {
        Answer one = viewer.get("/api/ports/next-available").expect(200);
        Answer three = viewer.get("/api/ports/next-available?count=3").expect(200);

        assertThat(one.at("items")).hasSize(1);
        assertThat(three.at("items")).hasSize(3);
        assertThat(three.at("items/0")).isEqualTo(one.at("items/0"));
        assertThat(tenant("ports-next").at("ports/frontend")).isEqualTo(one.at("items/0/frontend"));
        for (String count : List.of("0", "101", "-1", "many", "1e1", "٣")) {
            assertThat(viewer.get("/api/ports/next-available?count=" + count)
                            .refuses(400, "request.invalid")
                            .fields())
                    .containsExactly("count");
        }
    }

    @Test
    void a_reserved_block_is_left_alone_until_it_is_given_back() {
        int first = next();
        Answer reserved = reserve(first, "the old CRM").expect(201);
        assertThat(reserved.header("Location")).endsWith("/api/ports/" + first);
        assertThat(reserved.text("state")).isEqualTo("reserved");
        assertThat(block(first)).isEqualTo(reserved.json());

        assertThat(next()).isEqualTo(first + 4);
        assertThat(reserve(first, "again").refuses(409, "port.taken").fields()).containsExactly("first");
        assertThat(tenant("ports-beside").at("ports/frontend").intValue()).isEqualTo(first + 4);
        Map<String, Object> named = body("ports-named");
        named.put("ports", Map.of("frontend", first, "backend", first + 1));
        admin.post("/api/tenants", named).refuses(409, "port.taken");

        release(first).expect(204);
        release(first).refuses(404, "port.unknown");
        assertThat(next()).isEqualTo(first);
        Answer audit = admin.get("/api/audit?action=port.release&size=1").expect(200);
        assertThat(audit.text("items/0/subject")).isEqualTo("" + first);
        assertThat(audit.text("items/0/before/reason")).isEqualTo("the old CRM");
    }

    @Test
    void only_a_block_of_the_range_is_reserved_and_with_a_reason() {
        for (int first : List.of(16_001, 16_003, 19_998, 20_000, 15_996, 0, -4, 80, 65_536, Integer.MAX_VALUE)) {
            assertThat(reserve(first, "a reason")
                            .refuses(400, "request.invalid")
                            .fields())
                    .as("%d", first)
                    .containsExactly("first");
        }
        for (String reason : Arrays.asList(null, "", "  ", "x".repeat(201), "two\nlines")) {
            assertThat(reserve(16_000, reason).refuses(400, "request.invalid").fields())
                    .containsExactly("reason");
        }
        for (String first : List.of("x", "-1", "99999", "0", "16000.0", "%31%36%30%30%31")) {
            admin.send("DELETE", "/api/ports/" + first, null).refuses(404, "port.unknown");
        }
    }

    @Test
    void a_tenants_block_goes_with_the_tenant_only() {
        int first = tenant("ports-kept").at("ports/frontend").intValue();

        assertThat(release(first).refuses(409, "port.leased").text("tenant")).isEqualTo("ports-kept");
        reserve(first, "mine now").refuses(409, "port.taken");
        assertThat(block(first).path("state").asText()).isEqualTo("leased");
    }

    @Test
    void what_a_foreign_process_holds_is_shown_and_passed_over() throws IOException {
        int first = next();
        try (ServerSocket socket = new ServerSocket(first + 2, 1, InetAddress.getLoopbackAddress())) {
            JsonNode block = block(first);
            assertThat(block.path("state").asText()).isEqualTo("foreign");
            assertThat(block.path("tenant").isNull()).isTrue();
            assertThat(block.path("reason").asText())
                    .startsWith("port " + socket.getLocalPort() + " is used by process "
                            + ProcessHandle.current().pid() + " (");
            assertThat(next()).isEqualTo(first + 4);
            assertThat(tenant("ports-foreign").at("ports/frontend").intValue()).isEqualTo(first + 4);

            reserve(first, "stays a stranger's").expect(201);
            assertThat(block(first).path("state").asText()).isEqualTo("reserved");
            release(first).expect(204);
        }
        assertThat(next()).isEqualTo(first);
    }

    @Test
    void who_sees_some_tenants_sees_their_blocks_only() throws IOException {
        UUID own = UUID.fromString(tenant("ports-own").text("id"));
        tenant("ports-others");
        int first = next();
        Actor limited = new Actor("ci", Role.VIEWER, Optional.of(Set.of(own)), null, null);
        try (ServerSocket foreign = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            var page = Reactive.await(() -> list.page(null, PageRequest.of(null, null), limited));

            assertThat(foreign.getLocalPort()).isEqualTo(first);
            assertThat(page.total()).isEqualTo(1);
            assertThat(page.items()).extracting(block -> block.tenant().slug()).containsExactly("ports-own");
        }
        Actor blind = new Actor("ci", Role.VIEWER, Optional.of(Set.of()), null, null);
        assertThat(Reactive.await(() -> list.page(null, PageRequest.of(null, null), blind))
                        .items())
                .isEmpty();
    }

    @Test
    void of_those_who_want_the_same_block_at_once_one_gets_it() throws Exception {
        int first = next();
        try (var callers = Executors.newFixedThreadPool(32)) {
            Callable<Integer> reserve = () -> reserve(first, "mine").status();
            List<Integer> answers = callers.invokeAll(Collections.nCopies(32, reserve)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(31);
        } finally {
            release(first).expect(204);
        }
    }

    @Test
    void two_blocks_share_no_port_whoever_writes_them() throws SQLException {
        int first = tenant("ports-apart").at("ports/frontend").intValue();
        for (int neighbour : List.of(first - 3, first - 1, first + 1, first + 3)) {
            assertThatThrownBy(() -> execute("insert into port_block (server_id, first, state, reason) values (1, "
                            + neighbour + ", 'reserved', 'by hand')"))
                    .hasMessageContaining("port_block");
        }
    }

    @Test
    void another_range_counts_at_once() {
        try {
            range("12000-19999").expect(200);
            assertThat(next()).isEqualTo(12_000);
            range("15998-19999").expect(200);
            List<Integer> taken = new ArrayList<>();
            blocks().forEach(block -> taken.add(block.path("first").intValue()));
            viewer.get("/api/ports/next-available?count=100")
                    .expect(200)
                    .at("items")
                    .forEach(free -> assertThat(taken)
                            .allSatisfy(first -> assertThat(
                                            Math.abs(first - free.path("first").intValue()))
                                    .isGreaterThanOrEqualTo(4)));
        } finally {
            range(null).expect(200);
        }
    }

    @Test
    void a_range_that_leaves_a_tenant_outside_is_refused() {
        int first = tenant("ports-outside").at("ports/frontend").intValue();
        for (String range : List.of("12000-15999", (first + 1) + "-19999", "12000-" + (first + 2))) {
            Answer refused = range(range).refuses(409, "port.range-in-use");
            assertThat(refused.fields()).containsExactly("value");
            assertThat(refused.text("detail")).contains("Blocks outside of " + range + ": ");
        }
        assertThat(admin.get(RANGE).text("value")).isEqualTo("16000-19999");
        for (String range :
                List.of("", "20000", "20000-", "a-b", "29999-20000", "20000-20002", "80-90000", "1-70000")) {
            assertThat(range(range).refuses(400, "request.invalid").fields())
                    .as(range)
                    .containsExactly("value");
        }
    }

    @Test
    void a_manager_whose_range_leaves_a_tenant_outside_does_not_start() throws SQLException {
        int first = tenant("ports-start").at("ports/frontend").intValue();
        guard.onStart(null);
        execute("insert into setting (key, value, updated_by) values ('port.range@1', '12000-" + (first - 1)
                + "', 'x')");
        try {
            assertThatThrownBy(() -> guard.onStart(null))
                    .hasMessageStartingWith("TENANTMGR_PORT_RANGE 12000-" + (first - 1) + " excludes port blocks")
                    .hasMessageContaining(first + " (ports-start)");
        } finally {
            execute("delete from setting where key = 'port.range@1'");
        }
    }

    @Test
    void a_range_of_another_server_is_not_the_own() throws SQLException {
        execute("insert into setting (key, value, updated_by) values ('port.range@2', '12000-12999', 'x')");
        try {
            assertThat(admin.get(RANGE).expect(200).text("value")).isNotEqualTo("12000-12999");
        } finally {
            execute("delete from setting where key = 'port.range@2'");
        }
    }

    private int next() {
        return viewer.get("/api/ports/next-available")
                .expect(200)
                .at("items/0/first")
                .intValue();
    }

    private Answer reserve(int first, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("first", first));
        body.put("reason", reason);
        return admin.post("/api/ports", body);
    }

    private Answer release(int first) {
        return admin.send("DELETE", "/api/ports/" + first, null);
    }

    private Answer range(String range) {
        return admin.put(RANGE, Collections.singletonMap("value", range));
    }

    private JsonNode block(int first) {
        return blocks().stream()
                .filter(block -> block.path("first").intValue() == first)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> blocks() {
        List<JsonNode> blocks = new ArrayList<>();
        for (int page = 0; blocks.size() == page * 200; page++) {
            viewer.get("/api/ports?size=200&page=" + page)
                    .expect(200)
                    .at("items")
                    .forEach(blocks::add);
        }
        return blocks;
    }

    private Answer tenant(String slug) {
        return admin.post("/api/tenants", body(slug)).expect(201);
    }

    private static Map<String, Object> body(String slug) {
        return new HashMap<>(Map.of("name", slug, "slug", slug, "domain", slug + ".example"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
