package ai.nominate.tenantmgr.analysis.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions that are not answered, as Playwright waits for them. */
@Timeout(60)
class PatienceTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    @AfterEach
    void nobody_is_interrupted_afterwards() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_answer_is_an_answer() {
        assertThat(Patience.ask(LONG, () -> "yes")).contains("yes");
        assertThat(Patience.ask(LONG, () -> null)).isEmpty();
    }

    @Test
    void a_question_without_an_answer_ends() {
        assertThat(Patience.ask(SHORT, PatienceTest::forever)).isEmpty();
        assertThatThrownBy(() -> Patience.within(SHORT, PatienceTest::forever)).isInstanceOf(PlaywrightException.class);
    }

    @Test
    void a_question_inside_another_one_does_not_keep_it_from_ending() {
        assertThat(Patience.ask(SHORT, () -> {
                    Patience.ask(LONG, PatienceTest::forever);
                    return forever();
                }))
                .isEmpty();
    }

    private static String forever() {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            throw new PlaywrightException("Failed to read message", e);
        }
    }
}
