package ai.nominate.tenantmgr.certificate.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.DomainName;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Orders at a real ACME server, which refuses 15 % of all nonces. Its challenges are answered from the home's files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcmeClientTest {
    private static final List<DomainName> NAMES =
            List.of(new DomainName("shop.example.com"), new DomainName("www.shop.example.com"));

    private final Remembered memory = new Remembered();
    private final UUID owner = UUID.randomUUID();
    private Home home;
    private HttpServer visitors;
    private Pebble pebble;
    private AcmeClient client;

    /** What a row does in the product. */
    private static final class Remembered implements OrderMemory {
        private AcmeOrder order;
        private int orders;

        @Override
        public Optional<AcmeOrder> present() {
            return Optional.ofNullable(order);
        }

        @Override
        public void remember(AcmeOrder one) {
            order = one;
            orders++;
        }

        @Override
        public void forget() {
            order = null;
        }
    }

    @BeforeAll
    void a_server(@TempDir Path directory) throws IOException {
        home = new Home(directory.resolve("home"));
        visitors = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        visitors.createContext("/", exchange -> {
            Path file = home.acme().resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] body = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        visitors.start();
        Path trust = directory.resolve("trust.pem");
        pebble = new Pebble(directory, visitors.getAddress().getPort(), Pebble.freePort(), trust);
        client = new AcmeClient(home, Optional.of(trust), Duration.ofSeconds(60));
    }

    @AfterAll
    void all_ends() {
        if (pebble != null) {
            pebble.close();
        }
        visitors.stop(0);
    }

    @Test
    void a_certificate_is_issued_for_exactly_its_names_with_a_key_of_its_own() throws Exception {
        Obtained one = obtain(pebble.directory(), Permit.ALWAYS);
        client.done(owner, memory);
        Obtained two = obtain(pebble.directory(), Permit.ALWAYS);
        client.done(owner, memory);

        assertThat(one.chain()).hasSizeGreaterThan(1);
        assertThat(one.chain().getFirst().getPublicKey()).isEqualTo(one.keys().getPublic());
        assertThat(one.chain().getFirst().getSubjectAlternativeNames())
                .extracting(alternative -> (Object) alternative.getLast())
                .containsExactlyInAnyOrder("shop.example.com", "www.shop.example.com");
        assertThat(two.keys().getPublic()).isNotEqualTo(one.keys().getPublic());
        assertThat(Files.getPosixFilePermissions(home.keys().resolve("acme/account.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(files(home.keys().resolve("acme"))).containsExactly("account.pem");
        assertThat(files(home.acme().resolve(".well-known/acme-challenge"))).isEmpty();
    }

    @Test
    void whoever_goes_on_after_a_crash_takes_up_the_same_order_with_the_same_key() throws Exception {
        for (int checks = 2; checks <= 8; checks += Repetitions.of(3, 1)) {
            int orders = memory.orders;
            Permit dies = dyingAfter(checks);
            try {
                obtain(pebble.directory(), dies);
            } catch (PermitLost crashed) {
                assertThat(crashed).isNotNull();
            }
            Obtained obtained = obtain(pebble.directory(), Permit.ALWAYS);
            client.done(owner, memory);

            assertThat(memory.orders).as("crash at check %d", checks).isEqualTo(orders + 1);
            assertThat(obtained.chain().getFirst().getPublicKey())
                    .isEqualTo(obtained.keys().getPublic());
        }
    }

    @Test
    void a_name_that_leads_elsewhere_is_refused_in_the_words_of_the_server_and_its_order_is_given_up() {
        pebble.point("shop.example.com", "127.0.0.9");
        try {
            assertThatThrownBy(() -> obtain(pebble.directory(), Permit.ALWAYS))
                    .isInstanceOf(AcmeRefused.class)
                    .hasMessageContaining("127.0.0.1:")
                    .hasMessageNotContaining("\n");
            assertThat(memory.present()).isEmpty();
        } finally {
            pebble.pointHere("shop.example.com");
        }
    }

    @Test
    void a_server_that_is_away_is_named() {
        URI away = URI.create("https://127.0.0.1:" + Pebble.freePort() + "/dir");

        assertThatThrownBy(() -> obtain(away, Permit.ALWAYS))
                .isInstanceOf(AcmeRefused.class)
                .hasMessageStartingWith("127.0.0.1 cannot be reached");
    }

    @Test
    void a_server_that_has_enough_says_until_when() throws Exception {
        try (BusyAuthority busy = new BusyAuthority(Duration.ofHours(3))) {
            assertThatThrownBy(() -> new AcmeClient(home, Optional.empty(), Duration.ofSeconds(20))
                            .obtain(busy.directory(), Optional.empty(), owner, NAMES, memory, Permit.ALWAYS))
                    .isInstanceOfSatisfying(AcmeRefused.class, refused -> {
                        assertThat(refused).hasMessageContaining("too many certificates already issued");
                        assertThat(refused.retryAfter().orElseThrow())
                                .isBetween(
                                        Instant.now().plus(Duration.ofMinutes(179)),
                                        Instant.now().plus(Duration.ofMinutes(181)));
                    });
        }
    }

    private Obtained obtain(URI server, Permit permit) throws AcmeRefused {
        return client.obtain(server, Optional.of("ops@example.com"), owner, NAMES, memory, permit);
    }

    /** A manager that is no longer allowed anything after some checks, as if it had died there. */
    private static Permit dyingAfter(int checks) {
        int[] left = {checks};
        return () -> {
            if (left[0]-- <= 0) {
                throw new PermitLost("died here");
            }
        };
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
