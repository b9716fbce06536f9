package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A manager that must not start exits immediately, with one sentence and no stack trace. */
@ExtendWith(OnProduct.class)
class RefusedStartIT {
    private static final String RANGE = "TENANTMGR_PORT_RANGE";
    private final Product product;

    RefusedStartIT(Product product) {
        this.product = product;
    }

    @BeforeEach
    void without_a_manager() {
        if (product.api().send("GET", "/api/tenants/outside", null).status() == 404) {
            Tenant.made(product, "outside", Map.of("kind", "git", "location", "https://git.example.org/app.git"));
        }
        product.kill9();
    }

    @AfterEach
    void with_one_again() {
        product.start();
    }

    @Test
    void a_range_that_leaves_a_tenant_outside_is_refused() {
        List<String> said = product.refusesToStartWith(RANGE, "1024-1027");

        assertThat(said)
                .anyMatch(line -> line.startsWith(RANGE + " 1024-1027 excludes port blocks of existing tenants:"));
        assertThat(said).noneMatch(line -> line.startsWith("\tat "));
        assertThat(said.getLast()).isEqualTo("exit 78");
    }

    @Test
    void a_variable_that_makes_no_sense_is_refused() {
        List<String> said = product.refusesToStartWith(RANGE, "20000");

        assertThat(said).contains(RANGE + " must be two ports with a hyphen between them, such as 20000-29999.");
        assertThat(said).noneMatch(line -> line.startsWith("\tat "));
        assertThat(said.getLast()).isEqualTo("exit 78");
    }
}
