package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.claude.Exchange.Reply;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Whether a failed request is sent again, and when: as the provider's headers say, otherwise as its own clients do it. */
final class RetryRule {
    private static final Duration USUAL = Duration.ofMillis(700);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private final Clock clock;

    RetryRule(Clock clock) {
        this.clock = clock;
    }

    /** The time to wait before the second request; empty if there is none. */
    Optional<Duration> pause(Exchange exchange) {
        return switch (exchange) {
            case Reply reply -> pause(reply);
            case Exchange.Unreachable unreachable -> Optional.of(USUAL);
            case Exchange.Late late -> Optional.empty();
            case Exchange.TooLong tooLong -> Optional.empty();
        };
    }

    private Optional<Duration> pause(Reply reply) {
        if (MessageReply.of(reply.body()).isSpendLimit()) {
            return Optional.empty();
        }
        boolean again = reply.header("x-should-retry")
                .map(text -> text.equals("true"))
                .orElseGet(() -> reply.status() >= 500
                        || reply.status() == TOO_MANY
                        || reply.status() == REQUEST_TIMEOUT
                        || reply.status() == CONFLICT);
        return again ? Optional.of(wait(reply)) : Optional.empty();
    }

    private Duration wait(Reply reply) {
        return reply.header("retry-after-ms")
                .flatMap(RetryRule::number)
                .map(Duration::ofMillis)
                .or(() -> reply.header("retry-after").flatMap(this::seconds))
                .filter(wait -> !wait.isNegative())
                .orElse(USUAL);
    }

    private Optional<Duration> seconds(String text) {
        return number(text).map(Duration::ofSeconds).or(() -> date(text));
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Optional<Duration> date(String text) {
        try {
            ZonedDateTime time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), time.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
