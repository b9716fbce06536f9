package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The manager is stopped inside a step, in the middle of a transaction, until another one has finished the deployment. {@code make test}
 * has the same inside a build, in {@link TakenOverServerIT}.
 */
@Tag("endurance")
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES) // a lease has to run out
class StoppedInStepIT {
    private static final Duration TAKEN_OVER = Duration.ofSeconds(60);
    private static final String UNCERTIFIED =
            "delete from site_certificate where tenant_id = (select id from tenant where slug = 'stopped')";
    private static final String UNROUTED =
            "delete from site_slot s using tenant t where t.id = s.tenant_id and t.slug = 'stopped' and s.slot <> t.live_slot";
    private static final Duration REACHED = Duration.ofSeconds(90);

    private final Product product;
    private Source source;
    private Tenant tenant;
    private FurtherManager standby;

    StoppedInStepIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_tenant_is_live() {
        source = product.source("stopped").firstRelease();
        tenant = product.tenant("stopped", source).live();
    }

    @AfterEach
    void only_the_first_manager_is_left() {
        if (standby != null) {
            standby.close();
        }
        product.kill9();
        product.start();
    }

    /** These steps are prepared while the health of the services is checked, so their tables are locked before. */
    @ParameterizedTest
    @CsvSource({"setup-ssl, site_certificate", "configure-nginx, site_slot"})
    void a_manager_that_was_stopped_in_this_step_writes_nothing_when_it_continues(String step, String table)
            throws Exception {
        standby = standby();
        source.secondRelease();
        Database database = new Database(product.home());
        // a row that says what it should is not written again
        database.execute(UNCERTIFIED);
        database.execute(UNROUTED);
        stoppedWhileItWaitsFor(database.lockAgainstWrites(table), step, tenant.deploy());
    }

    @Test
    void a_manager_that_was_stopped_in_the_switch_writes_nothing_when_it_continues() throws Exception {
        standby = standby();
        source.secondRelease();
        Deployment deployment = tenant.deploy();
        deployment.reaches("verify-health");
        TableLock lock = new Database(product.home()).lockAgainstWrites("tenant");
        stoppedWhileItWaitsFor(lock, "switch", deployment);
    }

    private FurtherManager standby() {
        FurtherManager second = FurtherManager.standby(product);
        eventually("the second waits", () -> second.said("is held by manager"));
        return second;
    }

    /** @param held the lock of a table that the step writes, so it is certainly inside a transaction when the manager is stopped */
    private void stoppedWhileItWaitsFor(TableLock held, String step, Deployment deployment) throws Exception {
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            try (held) {
                eventually(step + " waits for the table", REACHED, held::isWaitedFor);
                product.freeze();
            }
            eventually("the second has the server", TAKEN_OVER, () -> standby.said("lease acquired"));
            new Deployment(standby.api(), deployment.id()).succeeds();
            onlooker.sawNothing();
        }
        Database database = new Database(product.home());
        Map<String, String> files = ManagerFiles.of(product.home());
        String rows = database.run(deployment.id());

        product.thaw();
        eventually(
                "the first learns that it lost the server",
                () -> FurtherManager.said(product.log(), "another manager took the lease"));
        eventually("the first answers", () -> product.api().isReady());

        assertThat(database.run(deployment.id())).isEqualTo(rows);
        assertThat(ManagerFiles.of(product.home())).isEqualTo(files);
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }
}
