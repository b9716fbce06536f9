package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two managers for one server, on one home: the second waits, and goes on with what the first was about. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES) // a lease has to run out
class TakenOverServerIT {
    private static final String WAITS = "is held by manager";
    private static final String HAS_IT = "lease acquired";
    private static final String LOST = "another manager took the lease";
    /** A lease, and some seconds for a busy machine. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(45);

    private final Product product;
    private Source source;
    private Tenant tenant;
    private FurtherManager standby;

    TakenOverServerIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_tenant_is_live() {
        source = product.source("taken-over").firstRelease();
        tenant = product.tenant("taken-over", source).live();
    }

    /** The product's own manager has the server again for the tests that follow. */
    @AfterEach
    void only_the_first_is_left() {
        if (standby != null) {
            standby.close();
        }
        product.kill9();
        product.start();
        tenant.deploy().succeeds();
    }

    @Test
    void the_second_serves_the_api_and_waits_and_goes_on_when_the_first_is_killed() {
        standby = FurtherManager.standby(product);
        eventually("it says who has the server", () -> standby.said(WAITS) && standby.said("; waiting"));
        assertThat(standby.api().get(tenant.path() + "/services").path("items"))
                .as("asked of the first one")
                .isNotEmpty();
        Gate gate = source.secondRelease().gateBeforeBuild();
        Deployment deployment = tenant.deploy();
        eventually("the build has begun", () -> gate.begun() == 1);

        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            product.kill9();
            eventually("the second has the server", TAKEN_OVER, () -> standby.said(HAS_IT));
            eventually("the build is begun again", TAKEN_OVER, () -> gate.begun() == 2);
            gate.open();
            new Deployment(standby.api(), deployment.id()).succeeds();
            assertThat(gate.ended()).isEqualTo(1);
            onlooker.sawNothing();
        }
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }

    @Tag("endurance")
    @Test
    void the_second_takes_over_from_one_that_was_stopped_which_then_writes_nothing() {
        standby = FurtherManager.standby(product);
        eventually("it waits", () -> standby.said(WAITS));
        Gate gate = source.firstRelease().gateBeforeBuild();
        Deployment deployment = tenant.deploy();
        eventually("the build has begun", () -> gate.begun() == 1);
        Database database = new Database(product.home());

        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            long stopped = System.nanoTime();
            product.freeze();
            eventually("the second has the server", TAKEN_OVER, () -> standby.said(HAS_IT));
            assertThat(Duration.ofNanos(System.nanoTime() - stopped))
                    .as("not before the lease has run out: the first one's last heartbeat was at most 5 s ago")
                    .isGreaterThan(Duration.ofSeconds(20));
            eventually("the build is begun again", TAKEN_OVER, () -> gate.begun() == 2);
            gate.open();
            new Deployment(standby.api(), deployment.id()).succeeds();
            onlooker.sawNothing();
        }
        assertThat(database.value("select home_locked from server where name = 'local'"))
                .as("the stopped one still has the lock on the home")
                .isEqualTo("f");
        Map<String, String> files = ManagerFiles.of(product.home());
        String rows = database.run(deployment.id());

        product.thaw();
        eventually("the first learns that it has lost the server", () -> FurtherManager.said(product.log(), LOST));
        eventually(
                "the second has the lock on the home",
                () -> database.value("select home_locked from server where name = 'local'")
                        .equals("t"));
        eventually("the first waits", () -> product.api().isReady() && saidLast(product.log(), WAITS));

        assertThat(database.run(deployment.id())).isEqualTo(rows);
        assertThat(ManagerFiles.of(product.home())).isEqualTo(files);
        assertThat(product.api().get(tenant.path() + "/services").path("items"))
                .as("the first one answers, and asks the second")
                .isNotEmpty();
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(200);
    }

    @Tag("endurance")
    @Test
    void a_manager_that_ends_in_order_gives_the_server_back_at_once() {
        standby = FurtherManager.standby(product);
        eventually("it waits", () -> standby.said(WAITS));

        product.terminate();

        eventually("the second has the server", Duration.ofSeconds(10), () -> standby.said(HAS_IT));
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(200);
    }

    private static boolean saidLast(Path log, String text) {
        try {
            String all = Files.readString(log);
            return all.lastIndexOf(text) > all.lastIndexOf(HAS_IT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
