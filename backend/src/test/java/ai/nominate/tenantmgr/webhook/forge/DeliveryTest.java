package ai.nominate.tenantmgr.webhook.forge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private static final String SECRET = "a secret with spaces and ö";

    /** From "Validating webhook deliveries" of GitHub's documentation. */
    @Test
    void the_published_signature_of_github_is_valid() {
        Map<String, String> headers = Map.of(
                "X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

        assertThat(Samples.delivery(Forge.GITHUB, headers, false, "Hello, World!")
                        .isFrom(new Secret("It's a Secret to Everybody")))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_delivery_with_the_secret_is_valid_and_one_with_another_is_not(Forge forge) {
        String body = Samples.push(forge);
        Delivery delivery =
                Samples.delivery(forge, Samples.headers(forge, Samples.pushEvent(forge), SECRET, body), false, body);

        assertThat(delivery.isFrom(new Secret(SECRET))).isTrue();
        assertThat(delivery.isFrom(new Secret(SECRET + "x"))).isFalse();
        assertThat(delivery.isFrom(new Secret(""))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "GITEA"})
    void a_changed_byte_makes_the_signature_invalid(Forge forge) {
        Map<String, String> headers = Samples.headers(forge, "push", SECRET, "{\"ref\":\"refs/heads/main\"}");

        assertThat(Samples.delivery(forge, headers, false, "{\"ref\":\"refs/heads/main\" }")
                        .isFrom(new Secret(SECRET)))
                .isFalse();
    }

    @Test
    void a_proof_in_another_form_is_not_valid() {
        String valid = Samples.headers(Forge.GITHUB, "push", SECRET, "{}").get("X-Hub-Signature-256");

        for (String proof : List.of(
                "",
                "sha256=",
                "sha1=" + valid.substring(7),
                valid.substring(7),
                valid.toUpperCase(java.util.Locale.ROOT),
                valid + " ",
                SECRET)) {
            assertThat(Samples.delivery(Forge.GITHUB, Map.of("X-Hub-Signature-256", proof), false, "{}")
                            .isFrom(new Secret(SECRET)))
                    .as(proof)
                    .isFalse();
        }
        assertThat(Samples.delivery(Forge.GITHUB, Map.of("X-Hub-Signature", valid), false, "{}")
                        .isFrom(new Secret(SECRET)))
                .isFalse();
    }

    /** GitHub signs what it sends; Gitea signs the field. */
    @Test
    void a_form_is_signed_as_each_forge_does_it() {
        String json = "{\"ref\":\"refs/heads/main\"}";
        String form = Samples.form(json);
        Map<String, String> overForm = Samples.headers(Forge.GITHUB, "push", SECRET, form);
        Map<String, String> overField = Samples.headers(Forge.GITEA, "push", SECRET, json);

        assertThat(Samples.delivery(Forge.GITHUB, overForm, true, form).isFrom(new Secret(SECRET)))
                .isTrue();
        assertThat(Samples.delivery(Forge.GITEA, overField, true, form).isFrom(new Secret(SECRET)))
                .isTrue();
        assertThat(Samples.delivery(Forge.GITHUB, overForm, true, form).json())
                .asString()
                .isEqualTo(json);
    }

    @Test
    void only_equal_bodies_have_an_equal_digest() {
        assertThat(Samples.delivery(Forge.GITHUB, Map.of(), false, "{}").digest())
                .isEqualTo(Samples.delivery(Forge.GITHUB, Map.of("X-GitHub-Delivery", "2"), false, "{}")
                        .digest())
                .isNotEqualTo(
                        Samples.delivery(Forge.GITHUB, Map.of(), false, "{} ").digest());
    }
}
