package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A change of domain fails on the way. NGINX is stopped, so that it cannot load a new configuration. */
@ExtendWith(OnProduct.class)
class InterruptedChangeIT {
    private final Product product;

    InterruptedChangeIT(Product product) {
        this.product = product;
    }

    @AfterEach
    void nginx_goes_on() {
        Machine.signal("CONT", nginx());
    }

    @Test
    void of_a_change_that_nginx_does_not_take_nothing_is_left() {
        Tenant tenant = tenant("held");
        JsonNode before = tenant.view();
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Machine.signal("STOP", nginx());

            Api.Answer refused = change(tenant, "held-new.example.org");

            assertThat(refused.status()).as("%s", refused.json()).isEqualTo(422);
            assertThat(refused.json().path("code").asText()).isEqualTo("nginx.refused");
            Machine.signal("CONT", nginx());
            isAsBefore(tenant, before, "held-new.example.org");
            assertThat(tenant.view()).isEqualTo(before);
            onlooker.sawNothing();
        }
        assertThat(change(tenant, "held-new.example.org").status()).isEqualTo(200);
        assertThat(product.visitor("held-new.example.org").release()).isEqualTo(Source.FIRST);
    }

    @Test
    void after_a_killed_manager_the_tenant_is_where_it_was_and_the_change_can_be_asked_for_again() {
        Tenant tenant = tenant("caught");
        JsonNode before = tenant.view();
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Machine.signal("STOP", nginx());
            var change = CompletableFuture.supplyAsync(() -> change(tenant, "caught-new.example.org"));
            eventually("the new name is announced", () -> announced() == 1);
            assertThat(change(tenant, "caught-other.example.org").status())
                    .as("a second change meanwhile")
                    .isEqualTo(409);

            product.kill9();

            assertThat(change).failsWithin(Duration.ofSeconds(5));
            Machine.signal("CONT", nginx());
            product.start();
            assertThat(announced()).isZero();
            isAsBefore(tenant, before, "caught-new.example.org");
            onlooker.sawNothing();
        }
        assertThat(change(tenant, "caught-new.example.org").status()).isEqualTo(200);
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(308);
    }

    private void isAsBefore(Tenant tenant, JsonNode before, String name) {
        eventually(
                "NGINX has forgotten the new name",
                () -> product.visitor(name).ask("/").status() == 404);
        JsonNode after = tenant.view();
        for (String field : List.of("domain", "aliases", "status", "url", "config", "slots", "lastDeployment")) {
            assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
    }

    private Tenant tenant(String slug) {
        return product.tenant(slug, product.source("interrupted").firstRelease())
                .live();
    }

    private Api.Answer change(Tenant tenant, String domain) {
        JsonNode view = tenant.view();
        return product.api()
                .send(
                        "PUT",
                        tenant.path(),
                        Map.of("name", view.path("name"), "domain", domain, "source", view.path("source")));
    }

    private int announced() {
        return Integer.parseInt(
                new Database(product.home()).value("select count(*) from tenant_host where kind = 'pending'"));
    }

    private long nginx() {
        try {
            return Long.parseLong(
                    Files.readString(product.home().resolve("nginx/nginx.pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
