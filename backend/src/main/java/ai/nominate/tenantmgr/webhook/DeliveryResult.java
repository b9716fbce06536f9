package ai.nominate.tenantmgr.webhook;

import java.util.Locale;

/** What came of a delivery. */
enum DeliveryResult {
    /** A test of the webhook. */
    ANSWERED,
    DEPLOYED,
    /** A run of the tenant is active; deployed when it ends. */
    WAITING,
    /** A newer push came before it was deployed. */
    SUPERSEDED,
    /** Nothing to deploy, such as a push to another branch. */
    IGNORED,
    /** It would have been deployed, but the tenant was not ready. */
    REFUSED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
