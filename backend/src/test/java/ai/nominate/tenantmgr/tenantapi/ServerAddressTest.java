package ai.nominate.tenantmgr.tenantapi;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is different on a server: one variable says so. */
@QuarkusTest
@TestProfile(ServerAddressTest.Server.class)
class ServerAddressTest {
    @ConfigProperty(name = "tenantmgr.https-port")
    int https;

    @Inject
    Home home;

    @Inject
    AgroalDataSource database;

    /** As the installer starts it. */
    public static final class Server implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tenantmgr.public-scheme", "https");
        }
    }

    @Test
    void a_tenant_has_its_own_names_alone_and_is_found_over_tls() {
        Api operator = Api.as(Role.OPERATOR);
        Answer made = operator.post(
                        "/api/tenants",
                        Map.of(
                                "name",
                                "Acme",
                                "slug",
                                "acme",
                                "domain",
                                "acme.example",
                                "aliases",
                                List.of("a.example")))
                .expect(201);

        assertThat(made.text("url")).isEqualTo("https://acme.example:" + https);
        assertThat(operator.get("/api/tenants?search=acme").expect(200).text("items/0/url"))
                .isEqualTo("https://acme.example:" + https);
        assertThat(hosts()).containsExactly("a.example", "acme.example");

        operator.put("/api/tenants/acme", Map.of("name", "Acme", "domain", "acme.test"))
                .expect(202);
        eventually("the run has changed the names", () -> hosts().equals(List.of("acme.test")));
    }

    @Test
    void plain_http_leads_to_https() throws IOException {
        assertThat(Files.readString(home.nginx().resolve("current/tenant.conf")))
                .contains("return 308 https://$host:" + https);
        assertThat(Files.readString(home.nginx().resolve("current/nginx.conf"))).contains("$certificateOfHost");
    }

    private List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select host from tenant_host order by host")) {
            while (rows.next()) {
                hosts.add(rows.getString(1));
            }
            return hosts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
