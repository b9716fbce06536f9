package ai.nominate.tenantmgr.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a key set for access tokens says of the keys that it replaced. */
class SigningKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void a_new_set_knows_itself_alone() {
        SigningKeys keys = new SigningKeys(SigningKeys.generate());

        assertThat(keys.fingerprints()).containsExactly(keys.currentId());
    }

    @Test
    void every_key_that_was_replaced_is_known_by_name_also_those_that_were_ended_at_once() {
        String first = SigningKeys.generate();
        String second = SigningKeys.rotated(first, NOW, true);
        String third = SigningKeys.rotated(second, NOW, false);

        assertThat(new SigningKeys(third).fingerprints())
                .containsExactly(
                        new SigningKeys(third).currentId(),
                        new SigningKeys(second).currentId(),
                        new SigningKeys(first).currentId());
        assertThat(new SigningKeys(third).named(new SigningKeys(first).currentId(), NOW))
                .as("known by name, and not believed")
                .isEmpty();
    }

    @Test
    void a_name_is_remembered_through_a_hundred_changes() {
        String keys = SigningKeys.generate();
        String first = new SigningKeys(keys).currentId();
        for (int change = 0; change < 100; change++) {
            keys = SigningKeys.rotated(keys, NOW, change % 2 == 0);
        }

        assertThat(new SigningKeys(keys).fingerprints()).hasSize(101).endsWith(first);
    }
}
