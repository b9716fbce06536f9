package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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

            JsonNode failure = change(tenant, "held-new.example.org").fails();

            assertThat(failure.path("code").asText()).isEqualTo("nginx.refused");
            assertThat(failure.path("undone").asBoolean()).isTrue();
            Machine.signal("CONT", nginx());
            isAsBefore(tenant, before, "held-new.example.org");
            onlooker.sawNothing();
        }
        change(tenant, "held-new.example.org").succeeds();
        assertThat(product.visitor("held-new.example.org").release()).isEqualTo(Source.FIRST);
    }

    @Tag("endurance")
    @Test
    void a_change_whose_manager_was_killed_is_finished_by_the_next_one() {
        Tenant tenant = tenant("caught");
        Deployment change;
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Machine.signal("STOP", nginx());
            change = change(tenant, "caught-new.example.org");
            change.reaches("configure-nginx");
            assertThat(put(tenant, "caught-other.example.org").status())
                    .as("a second change meanwhile")
                    .isEqualTo(409);

            product.kill9();
            Machine.signal("CONT", nginx());
            onlooker.sawNothing();
        }
        product.start();

        change.succeeds();
        assertThat(product.visitor("caught-new.example.org").release()).isEqualTo(Source.FIRST);
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

    private Deployment change(Tenant tenant, String domain) {
        return Deployment.accepted(product.api(), put(tenant, domain));
    }

    private Api.Answer put(Tenant tenant, String domain) {
        JsonNode view = tenant.view();
        return product.api()
                .send(
                        "PUT",
                        tenant.path(),
                        Map.of("name", view.path("name"), "domain", domain, "source", view.path("source")));
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
