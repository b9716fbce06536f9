package ai.nominate.tenantmgr.alert.plan;

import java.util.UUID;

/**
 * The first message of an alert to a channel, as its row has it when the alert is over.
 *
 * @param isWaiting whether it still has to be sent
 * @param isTried whether a try has begun: it may have arrived
 * @param isSent whether the channel took it
 */
public record SentMessage(UUID alert, UUID channel, UUID rule, boolean isWaiting, boolean isTried, boolean isSent) {
    /** A receiver of the first message gets the last one too, also when it is not certain that the first arrived. */
    boolean isTold() {
        return isSent || isWaiting && isTried;
    }
}
