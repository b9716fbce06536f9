package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Eventually;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A theme on its way to visitors: at once, under traffic, and with a rollback only by choice. */
@ExtendWith(OnProduct.class)
class ThemeIT {
    private static final String VIOLET = "#7c3aed";
    private static final String TEAL = "#0b7285";

    private final Product product;

    ThemeIT(Product product) {
        this.product = product;
    }

    @Test
    void visitors_see_a_new_theme_at_once_and_lose_no_request() throws Exception {
        Tenant tenant = product.tenant("themed", product.source("themed").firstRelease())
                .live();
        assertThat(css(tenant)).doesNotContain("Written by Tenant Manager");

        Traffic traffic = new Traffic(product.httpPort(), "themed.example.org");
        try (traffic) {
            for (int change = 0; change < 6; change++) {
                apply(tenant, change % 2 == 0 ? VIOLET : TEAL);
                isSeen(tenant, "--color-primary: " + (change % 2 == 0 ? VIOLET : TEAL) + ";");
            }
        }

        assertThat(traffic.failures()).as("%s", traffic).isEmpty();
        assertThat(css(tenant)).contains("@media (prefers-color-scheme: dark)", "[data-theme=\"dark\"]");
        product.api().post(tenant.path() + "/theme/versions/0/restore", Map.of(), 200);
        Eventually.eventually("the application's own look", () -> !css(tenant).contains("Tenant Manager"));
    }

    @Test
    void the_real_page_is_shown_in_a_theme_that_nobody_else_sees() throws IOException {
        Tenant tenant = product.tenant("fitted", product.source("fitted").firstRelease());
        JsonNode refused = product.api().post(tenant.path() + "/theme/pictures", theme(VIOLET), 409);
        assertThat(refused.path("code").asText()).isEqualTo("tenant.wrong-state");
        tenant.live();

        JsonNode seen = product.api().post(tenant.path() + "/theme/pictures", theme(VIOLET), 200);

        assertThat(seen.path("worn").asBoolean()).isTrue();
        List<String> pictures = new ArrayList<>();
        for (JsonNode picture : seen.path("pictures")) {
            pictures.add(picture.path("device").asText() + " "
                    + picture.path("scheme").asText());
            assertThat(colours(picture.path("png").binaryValue()))
                    .as("%s", pictures.getLast())
                    .contains(VIOLET);
        }
        assertThat(pictures).containsExactly("desktop light", "desktop dark", "phone light", "phone dark");
        assertThat(css(tenant)).doesNotContain("Written by Tenant Manager");
        assertThat(product.api().get(tenant.path() + "/theme").path("version").asInt())
                .isZero();
    }

    private static Set<String> colours(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Set<String> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(String.format("#%06x", image.getRGB(x, y) & 0xffffff));
            }
        }
        return colours;
    }

    @Tag("endurance")
    @Test
    void a_theme_stays_in_a_rollback_unless_that_of_the_time_is_wanted() {
        Source source = product.source("looks").firstRelease();
        Tenant tenant = product.tenant("looks", source);
        apply(tenant, VIOLET);
        Deployment first = tenant.deploy();
        first.succeeds();
        assertThat(css(tenant)).contains("--color-primary: " + VIOLET);
        assertThat(first.view().path("themeVersion").asInt()).isEqualTo(1);
        apply(tenant, TEAL);
        source.secondRelease();
        tenant.deploy().succeeds();

        tenant.rollBack(Map.of()).succeeds();
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
        assertThat(css(tenant)).contains("--color-primary: " + TEAL);

        tenant.rollBack(Map.of()).succeeds();
        Api.Answer back = product.api()
                .send("POST", tenant.path() + "/rollback", Map.of("deploymentId", first.id(), "restoreTheme", true));
        new Deployment(product.api(), back.json().path("deploymentId").asText()).succeeds();
        assertThat(css(tenant)).contains("--color-primary: " + VIOLET);
        assertThat(product.api().get(tenant.path() + "/theme").path("version").asInt())
                .isEqualTo(3);
    }

    private JsonNode apply(Tenant tenant, String primary) {
        return product.api().put(tenant.path() + "/theme", theme(primary));
    }

    private static Map<String, Object> theme(String primary) {
        return Map.of("palette", Map.of("primary", primary));
    }

    /** Within a second on a machine that has nothing else to do. */
    private void isSeen(Tenant tenant, String text) {
        Eventually.eventually(text, Duration.ofSeconds(5), () -> css(tenant).contains(text));
    }

    private static String css(Tenant tenant) {
        Visitor.Answer answer = tenant.visitor().ask("/theme.css");
        return answer.body();
    }
}
