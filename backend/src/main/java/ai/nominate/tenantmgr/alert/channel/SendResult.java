package ai.nominate.tenantmgr.alert.channel;

import java.time.Duration;
import java.util.Optional;

/** What came of a try. The reasons are sentences for the operator, and quote nothing that a stranger said. */
public sealed interface SendResult {
    /** The receiver took it. */
    record Sent() implements SendResult {}

    /** Another try makes sense. @param after when the receiver asked to wait */
    record Later(String why, Optional<Duration> after) implements SendResult {}

    /** No other try makes sense. */
    record Failed(String why) implements SendResult {}

    static SendResult later(String why) {
        return new Later(why, Optional.empty());
    }

    /** What an HTTP status means; 410 and other refusals are final. */
    static SendResult ofStatus(int status, String retryAfter) {
        if (status >= 200 && status < 300) {
            return new Sent();
        }
        String why = "The receiver answered " + status;
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            Optional<Duration> after = retryAfter != null && retryAfter.matches("[0-9]{1,4}")
                    ? Optional.of(Duration.ofSeconds(Integer.parseInt(retryAfter)))
                    : Optional.empty();
            return new Later(why, after);
        }
        return new Failed(why);
    }
}
