package ai.nominate.tenantmgr.renewal;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.certificate.OldCertificates;
import ai.nominate.tenantmgr.certificate.acme.Pebble;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a name to the certificate that NGINX serves, with a real ACME server that refuses 15 % of all nonces. */
@QuarkusTest
class RenewalTest {
    @TempDir
    static Path directory;

    private static Pebble pebble;

    @Inject
    RenewalDuty duty;

    @Inject
    AgroalDataSource database;

    @Inject
    OldCertificates old;

    @Inject
    SiteRegistry sites;

    @Inject
    Home home;

    private final Api operator = Api.as(Role.OPERATOR);
    private final Api viewer = Api.as(Role.VIEWER);
    private final String slug = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final String domain = slug + ".example.com";
    private String id;

    @BeforeEach
    void a_site_and_an_authority() throws SQLException {
        if (pebble == null) {
            pebble = new Pebble(
                    directory,
                    Integer.parseInt(property("tenantmgr.http-port")),
                    Integer.parseInt(property("tenantmgr.dns.resolver").split(":")[1]),
                    Path.of(property("tenantmgr.acme.trust")));
        }
        set("certificate.authority", pebble.directory().toString());
        set("certificate.termsAgreed", "true");
        set("certificate.addresses", "127.0.0.1");
        id = operator.post(
                        "/api/tenants",
                        Map.of("name", slug, "slug", slug, "domain", domain, "aliases", List.of("www." + domain)))
                .expect(201)
                .text("id");
        sql("update tenant set live_slot = 'a', status = 'active' where id = '" + id + "'");
        sql("insert into site_slot (tenant_id, slot, release_id, ports, routes) values ('" + id
                + "', 'a', 'r1', '{16000}', '{\"targets\": {\"/\": \"0:frontend\"}, \"theme\": {}}')");
    }

    @AfterEach
    void the_site_is_gone() throws SQLException {
        sql("delete from tenant where id = '" + id + "'");
        for (String key : List.of("certificate.authority", "certificate.termsAgreed", "certificate.addresses")) {
            set(key, null);
        }
    }

    @AfterAll
    static void the_authority_ends() {
        if (pebble != null) {
            pebble.close();
            pebble = null;
        }
    }

    @Test
    void a_site_gets_its_certificate_and_the_next_one_when_it_is_due() throws SQLException {
        Answer run = renewed();
        assertThat(run.text("status")).as(run.body()).isEqualTo("succeeded");
        Answer first = certificate();
        assertThat(first.text("state")).isEqualTo("ok");
        assertThat(first.text("mode")).isEqualTo("automatic");
        assertThat(first.text("authority")).isEqualTo("127.0.0.1");
        assertThat(first.text("certificate/origin")).isEqualTo("acme");
        assertThat(first.text("certificate/issuer")).startsWith("Pebble");
        assertThat(first.at("certificate/names").toString()).contains("\"" + domain + "\"", "\"www." + domain + "\"");
        assertThat(first.text("servedSerial")).isEqualTo(first.text("certificate/serial"));
        assertThat(first.text("fallback/issuer"))
                .as("for the name that needs no DNS")
                .isEqualTo("Tenant Manager internal CA");

        sql("update certificate set renew_at = now() - interval '1 hour' where tenant_id = '" + id
                + "' and origin = 'acme'");
        watched();

        assertThat(certificate().text("certificate/serial")).isNotEqualTo(first.text("certificate/serial"));
        assertThat(certificate().text("servedSerial")).isEqualTo(certificate().text("certificate/serial"));
        assertThat(viewer.get("/api/tenants/" + slug).text("certificate/serial"))
                .isEqualTo(certificate().text("certificate/serial"));
        assertThat(viewer.get("/api/certificates?sort=-notAfter&size=200")
                        .expect(200)
                        .body())
                .contains("\"slug\":\"" + slug + "\"");

        assertThat(files()).as("both, and that for the name without DNS").hasSize(3);
        old.remove(Set.of(), Permit.ALWAYS);
        assertThat(files()).as("a run may still put the one before back").hasSize(3);
        sql("update certificate set created_at = created_at - interval '2 days' where tenant_id = '" + id + "'");
        old.remove(sites.namedCertificates(), Permit.ALWAYS);
        assertThat(files()).as("a generation of NGINX still names it").hasSize(3);
        old.remove(Set.of(), Permit.ALWAYS);
        assertThat(files()).as("the replaced one has gone").hasSize(2);
        assertThat(certificate().text("certificate/serial"))
                .isEqualTo(certificate().text("servedSerial"));
    }

    /** The directories of the tenant's certificates that are there. */
    private List<String> files() throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id from certificate where tenant_id = '" + id + "'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        assertThat(found).allMatch(each -> Files.exists(home.certificates().resolve(each)));
        return found;
    }

    @Test
    void a_name_that_leads_elsewhere_is_said_before_the_authority_is_asked_and_is_watched() throws SQLException {
        pebble.point("www." + domain, "192.0.2.1");
        Answer run = renewed();
        assertThat(run.text("status")).as(run.body()).isEqualTo("succeeded");

        Answer waiting = certificate();
        assertThat(waiting.text("state")).isEqualTo("waiting");
        assertThat(waiting.text("certificate/origin")).isEqualTo("acme");
        assertThat(waiting.at("certificate/names").toString()).isEqualTo("[\"" + domain + "\"]");
        assertThat(waiting.at("names/0/pointsHere").booleanValue()).isTrue();
        assertThat(waiting.text("names/1/detail"))
                .isEqualTo("www." + domain
                        + " does not lead to this server: 127.0.0.1 says 192.0.2.1; this server has 127.0.0.1");
        assertThat(waiting.text("names/1/servers/0/addresses/0")).isEqualTo("192.0.2.1");
        assertThat(waiting.at("lastFailure").isNull()).isTrue();

        pebble.pointHere("www." + domain);
        watched();

        assertThat(certificate().text("state")).isEqualTo("ok");
        assertThat(certificate().at("certificate/names")).hasSize(2);
    }

    @Test
    void an_authority_that_is_away_leaves_the_certificate_and_is_asked_again_after_an_hour() throws SQLException {
        renewed();
        Answer before = certificate();
        pebble.stopServer();
        try {
            Answer run = renewed();
            assertThat(run.text("status")).isEqualTo("failed");
            assertThat(run.text("failure/code")).isEqualTo("certificate.refused");
            assertThat(run.text("failure/detail")).contains("127.0.0.1 cannot be reached", "keeps its certificate by");

            Answer after = certificate();
            assertThat(after.at("certificate")).isEqualTo(before.at("certificate"));
            assertThat(after.text("state")).isEqualTo("failing");
            assertThat(after.at("lastFailure/attempts").intValue()).isEqualTo(1);
            assertThat(Instant.parse(after.text("lastFailure/nextAttemptAt")))
                    .isAfter(Instant.parse(after.text("lastFailure/at")).plus(Duration.ofMinutes(53)));
            sql("update certificate set renew_at = now() - interval '1 hour' where tenant_id = '" + id
                    + "' and origin = 'acme'");
            sql("update tenant_certificate set look_at = null where tenant_id = '" + id + "'");
            duty.look(Permit.ALWAYS);
            assertThat(certificate().at("runId").isNull()).as("not yet").isTrue();
        } finally {
            pebble.startServer();
        }
        sql("update tenant_certificate set attempt_at = now() - interval '1 minute' where tenant_id = '" + id + "'");
        watched();
        assertThat(certificate().text("state")).isEqualTo("ok");
        assertThat(certificate().text("certificate/serial")).isNotEqualTo(before.text("certificate/serial"));
    }

    @Test
    void an_uploaded_certificate_is_served_until_it_is_given_back() throws Exception {
        renewed();
        String serial = certificate().text("certificate/serial");
        String address = "/api/tenants/" + slug + "/certificate";
        Map<String, Object> own = selfSigned("*.example.com", "*." + domain);

        Map<String, Object> wrong = new HashMap<>(own);
        wrong.put("key", selfSigned("other.example.com").get("key"));
        assertThat(operator.put(address, wrong).refuses(400, "request.invalid").fields())
                .containsExactly("key");
        assertThat(operator.put(address, selfSigned("other.example.com"))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("chain");
        operator.send("DELETE", address, null).refuses(409, "certificate.automatic");

        Answer uploaded = ended(operator.put(address, own).expect(202));
        assertThat(uploaded.text("status")).as(uploaded.body()).isEqualTo("succeeded");
        assertThat(certificate().text("mode")).isEqualTo("own");
        assertThat(certificate().text("certificate/origin")).isEqualTo("own");
        assertThat(certificate().text("fallback/issuer")).isEqualTo("Tenant Manager internal CA");
        operator.post(address + "/renew", "{}").refuses(409, "certificate.own");
        assertThat(Api.admin().get("/api/audit?action=certificate.upload").body())
                .doesNotContain("PRIVATE");

        Answer back = ended(operator.send("DELETE", address, null).expect(202));
        assertThat(back.text("status")).as(back.body()).isEqualTo("succeeded");
        assertThat(certificate().text("certificate/serial"))
                .as("it was still valid")
                .isEqualTo(serial);
    }

    @Test
    void without_a_site_there_is_no_certificate_to_renew() throws SQLException {
        sql("update tenant set live_slot = null, status = 'draft' where id = '" + id + "'");
        assertThat(certificate().text("state")).isEqualTo("none");
        operator.post("/api/tenants/" + slug + "/certificate/renew", "{}").refuses(409, "certificate.no-site");
        viewer.get("/api/certificates?sort=color")
                .refuses(400, "request.invalid")
                .names("sort");
    }

    /** Looks as the manager does each minute, and waits for the renewal that this brings. */
    private void watched() throws SQLException {
        sql("update tenant_certificate set look_at = null where tenant_id = '" + id + "'");
        duty.look(Permit.ALWAYS);
        eventually(
                "the renewal ended",
                Duration.ofSeconds(60),
                () -> certificate().at("runId").isNull());
    }

    private Answer renewed() {
        return ended(operator.post("/api/tenants/" + slug + "/certificate/renew", "{}")
                .expect(202));
    }

    private Answer ended(Answer accepted) {
        String run = "/api/runs/" + accepted.text("runId");
        eventually(
                "the renewal ended",
                Duration.ofSeconds(60),
                () -> !List.of("queued", "running").contains(viewer.get(run).text("status")));
        return viewer.get(run);
    }

    private Answer certificate() {
        return viewer.get("/api/tenants/" + slug + "/certificate").expect(200);
    }

    private static Map<String, Object> selfSigned(String... names) throws Exception {
        Path key = directory.resolve("own-key.pem");
        Path chain = directory.resolve("own.pem");
        Path config = directory.resolve("own.cnf");
        Files.writeString(config, """
                [req]
                distinguished_name = subject
                x509_extensions = extensions
                [subject]
                [extensions]
                basicConstraints = critical, CA:FALSE
                subjectAltName = DNS:%s
                """.formatted(String.join(", DNS:", names)));
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-config",
                        config.toString(),
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "30",
                        "-subj",
                        "/CN=own",
                        "-keyout",
                        key.toString(),
                        "-out",
                        chain.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor()).as(output).isZero();
        return Map.of("chain", read(chain), "key", read(key));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(String key, String value) {
        Map<String, Object> change = new HashMap<>();
        change.put("value", value);
        Api.admin().put("/api/settings/" + key, change).expect(200);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static String property(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
