package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.webhook.forge.ForgeEvent.Push;

/** What people read of a delivery. */
final class DeliveryTexts {
    private static final int LONGEST_EVENT = 60;
    private static final int SHORT_COMMIT = 7;

    private DeliveryTexts() {}

    /** The reason of the deployment, one line: {@code Push to main by ada: Mend the form (1a2b3c4)}. */
    static String reason(Push push) {
        String branch = push.branch() == null ? push.ref() : push.branch();
        return "Push to " + branch
                + (push.by() == null ? "" : " by " + push.by())
                + (push.message() == null || push.message().isEmpty() ? "" : ": " + push.message())
                + (push.commit() == null ? "" : " (" + push.commit().substring(0, SHORT_COMMIT) + ")");
    }

    static String event(String event) {
        String line = DisplayText.shown(event);
        return line.length() <= LONGEST_EVENT ? line : line.substring(0, LONGEST_EVENT);
    }
}
