package ai.nominate.tenantmgr.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordsTest {
    private static final int TRIES = 200;

    @Inject
    Vertx vertx;

    @Test
    void a_wrong_password_and_an_unknown_user_take_equally_long() {
        Passwords passwords = new Passwords(vertx, () -> 8);
        String hash = Passwords.hash("the right password", 8);
        long[] wrong = new long[TRIES];
        long[] unknown = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            wrong[i] = time(passwords, hash);
            unknown[i] = time(passwords, null);
        }
        Arrays.sort(wrong);
        Arrays.sort(unknown);
        assertThat(unknown[TRIES / 2]).isCloseTo(wrong[TRIES / 2], Percentage.withPercentage(10));
    }

    @Test
    void a_hash_of_another_cost_is_outdated() {
        Passwords passwords = new Passwords(vertx, () -> 6);
        assertThat(passwords.isOutdated(Passwords.hash("some password", 5))).isTrue();
        assertThat(passwords.isOutdated(Passwords.hash("some password", 6))).isFalse();
    }

    private static long time(Passwords passwords, String hash) {
        long began = System.nanoTime();
        assertThat(passwords.matches("a wrong password", hash).await().atMost(Duration.ofSeconds(10)))
                .isFalse();
        return System.nanoTime() - began;
    }
}
