package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values that a shell or a file could alter, verified in the processes themselves. */
@ExtendWith(OnProduct.class)
class ChangedConfigIT {
    private static final List<String> HOSTILE = List.of(
            "it's \"quoted\" and `ticked` $(id) ${HOME} $$ $",
            "100% %h %i %%",
            "back\\slash \\n \\\\ at the end\\",
            "two\nlines\n",
            "x\"\nPATH=\"/tmp",
            " spaces around \t",
            "# no comment ; & | < > ! * ? [a] {b} ~",
            "😀 ü é \u202e \u00a0 \ufeff 漢字",
            "'");

    private final Product product;

    ChangedConfigIT(Product product) {
        this.product = product;
    }

    @Test
    void what_was_stored_is_what_the_processes_get_when_they_are_restarted() throws IOException {
        Tenant tenant = product.tenant(
                        "hostile-values", product.source("hostile-values").firstRelease())
                .live();
        Map<String, String> values = new LinkedHashMap<>();
        HOSTILE.forEach(value -> values.put("HOSTILE_" + values.size(), value));
        Map<String, Object> env = new HashMap<>();
        values.forEach((key, value) -> env.put(key, Map.of("value", value, "secret", key.endsWith("3"))));
        env.put("CAMPAIGN_TITLE", Map.of("value", "Save the <harbour>", "secret", false));
        String generated = environment(tenant).get("SESSION_SECRET");

        assertThat(tenant.configure(env).path("restartRequired").asBoolean()).isTrue();

        assertThat(environment(tenant)).doesNotContainKey("HOSTILE_0");
        assertThat(product.api().get(tenant.path() + "/config/diff").path("items"))
                .hasSize(values.size() + 1);
        tenant.asks("restart").succeeds();
        assertThat(environment(tenant)).containsAllEntriesOf(values).containsEntry("SESSION_SECRET", generated);
        assertThat(tenant.visitor().ask("/").body()).contains("Save the &lt;harbour&gt;");
        assertThat(product.api()
                        .get(tenant.path() + "/config")
                        .path("restartRequired")
                        .asBoolean())
                .isFalse();
        assertThat(product.api().get(tenant.path() + "/config/diff").path("items"))
                .isEmpty();
    }

    @Test
    void what_no_file_could_carry_is_refused_with_its_field() {
        Tenant tenant =
                product.tenant("refused-env", product.source("refused-env").firstRelease());
        for (String value : List.of("\0", "a\rb", "\u001b[31m", "\ud800", "\ufffe")) {
            Map<String, Object> env = Map.of("KEY", Map.of("value", value, "secret", false));
            Api.Answer refusal = product.api().send("PUT", tenant.path() + "/config", json(env));
            assertThat(refusal.status()).as("%x", (int) value.charAt(0)).isEqualTo(400);
            assertThat(refusal.json().toString())
                    .contains("\"field\":\"env.KEY")
                    .containsAnyOf("control characters", "contains an invalid character");
        }
    }

    /** Escaped, because an unpaired surrogate has no UTF-8 form. */
    private static String json(Map<String, Object> env) {
        Object value = ((Map<?, ?>) env.get("KEY")).get("value");
        StringBuilder escaped = new StringBuilder();
        value.toString().chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return "{\"adminEmail\": \"admin@example.org\", \"env\": {\"KEY\": {\"value\": \"" + escaped
                + "\", \"secret\": false}}}";
    }

    private static Map<String, String> environment(Tenant tenant) {
        String live = tenant.view().at("/slots/live").asText();
        return Machine.environment(tenant.services(live).getFirst().path("pid").asLong());
    }
}
