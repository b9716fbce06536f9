package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NGINX's master process is killed. */
@ExtendWith(OnProduct.class)
class LostNginxIT {
    private final Product product;

    LostNginxIT(Product product) {
        this.product = product;
    }

    @Test
    void a_new_master_is_made_within_seconds_and_deployments_go_on() throws IOException {
        Source source = product.source("mastered").firstRelease();
        Tenant tenant = product.tenant("mastered", source).live();
        long killed = master();

        Machine.signal("KILL", killed);

        eventually(
                "there is a new master", Duration.ofSeconds(10), () -> master() != killed && Machine.isAlive(master()));
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(200);
        source.secondRelease();
        tenant.deploy().succeeds();
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }

    private long master() {
        try {
            return Long.parseLong(
                    Files.readString(product.home().resolve("nginx/nginx.pid")).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
