package ai.nominate.tenantmgr.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A verified token is believed again for as long as verifying it again would succeed. */
class VerifiedTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private final String keySet = SigningKeys.generate();
    private final SigningKeys keys = new SigningKeys(keySet);
    private final Credential.Session session =
            new Credential.Session(UUID.randomUUID(), UUID.randomUUID(), 1, NOW.plusSeconds(60));
    private final VerifiedTokens tokens = new VerifiedTokens();

    @Test
    void one_that_was_verified_is_known_and_no_other() {
        tokens.add("a.b.c", keys.currentId(), session);

        assertThat(tokens.find("a.b.c", keys, NOW)).contains(session);
        assertThat(tokens.find("a.b.d", keys, NOW)).isEmpty();
        assertThat(tokens.find("a.b.c ", keys, NOW)).isEmpty();
    }

    @Test
    void one_that_has_expired_is_not_known() {
        tokens.add("a.b.c", keys.currentId(), session);

        assertThat(tokens.find("a.b.c", keys, session.expiresAt().minusMillis(1)))
                .contains(session);
        assertThat(tokens.find("a.b.c", keys, session.expiresAt())).isEmpty();
    }

    @Test
    void a_rotation_that_ends_all_tokens_ends_this_one_at_once_and_another_one_in_its_time() {
        tokens.add("a.b.c", keys.currentId(), session);
        SigningKeys ended = new SigningKeys(SigningKeys.rotated(keySet, NOW, true));
        SigningKeys rotated = new SigningKeys(SigningKeys.rotated(keySet, NOW.minus(AccessTokens.LIFETIME), false));

        assertThat(tokens.find("a.b.c", ended, NOW)).isEmpty();
        assertThat(tokens.find("a.b.c", rotated, NOW.minus(Duration.ofSeconds(1))))
                .contains(session);
        assertThat(tokens.find("a.b.c", rotated, NOW)).isEmpty();
    }

    @Test
    void only_the_last_thousand_are_kept() {
        for (int number = 0; number <= 1_000; number++) {
            tokens.add("token " + number, keys.currentId(), session);
        }

        assertThat(tokens.find("token 0", keys, NOW)).isEmpty();
        assertThat(tokens.find("token 1", keys, NOW)).contains(session);
        assertThat(tokens.find("token 1000", keys, NOW)).contains(session);
    }
}
