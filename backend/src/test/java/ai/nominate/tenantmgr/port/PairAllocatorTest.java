package ai.nominate.tenantmgr.port;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PairAllocatorTest {
    private static final ServiceName ADMIN = new ServiceName("admin");
    private static final ServiceName SEARCH = new ServiceName("search");
    private static final ServiceName PANEL = new ServiceName("panel");
    private final Api admin = Api.admin();

    @Inject
    PairAllocator pairs;

    @Inject
    PortAllocator ports;

    @Test
    void each_service_beyond_the_block_has_a_pair_that_no_other_tenant_has() {
        UUID one = tenant("pairs-one");
        UUID other = tenant("pairs-other");

        lease(one, ADMIN, SEARCH);
        lease(other, ADMIN);

        Set<Integer> seen = new HashSet<>();
        for (UUID tenant : List.of(one, other)) {
            TenantPorts held = ports(tenant);
            for (Slot slot : Slot.values()) {
                held.of(slot).forEach(port -> assertThat(seen.add(port.value())).isTrue());
            }
        }
        assertThat(ports(one).pairs().keySet()).containsExactly(2, 3);
        assertThat(ports(other).pairs().keySet()).containsExactly(2);
        assertThat(seen).hasSize(2 * 4 + 3 * 2);
    }

    @Test
    void a_pair_stays_with_its_position_and_is_shown_with_its_service() {
        UUID tenant = tenant("pairs-renamed");
        lease(tenant, ADMIN);
        int first = ports(tenant).pairs().get(2).first();

        lease(tenant, PANEL, SEARCH);
        lease(tenant);

        assertThat(ports(tenant).pairs().get(2).first()).isEqualTo(first);
        JsonNode shown = IntStream.range(0, admin.get("/api/ports?size=200").at("items").size())
                .mapToObj(index -> admin.get("/api/ports?size=200").at("items").get(index))
                .filter(item -> item.path("first").asInt() == first)
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("service").asText()).isEqualTo("panel");
        assertThat(shown.path("frontend").asInt()).isEqualTo(first);
        assertThat(shown.at("/standby/frontend").asInt()).isEqualTo(first + 1);
        assertThat(shown.at("/tenant/slug").asText()).isEqualTo("pairs-renamed");
    }

    private void lease(UUID tenant, ServiceName... services) {
        Reactive.transaction(() -> pairs.lease(tenant, List.of(services)));
    }

    private TenantPorts ports(UUID tenant) {
        return Reactive.await(() -> Panache.withSession(() -> ports.portsOf(List.of(tenant))))
                .get(tenant);
    }

    private UUID tenant(String slug) {
        return UUID.fromString(admin.post(
                        "/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201)
                .text("id"));
    }
}
