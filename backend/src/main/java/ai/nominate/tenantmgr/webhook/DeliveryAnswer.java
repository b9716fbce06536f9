package ai.nominate.tenantmgr.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a forge gets, and shows to who looks at the delivery there. */
@Schema(name = "DeliveryAnswer")
record DeliveryAnswer(
        @Schema(
                description = "What came of the delivery",
                required = true,
                enumeration = {"answered", "deployed", "waiting", "superseded", "ignored", "refused"})
        String result,

        @Schema(description = "Why, in a sentence; null if it is deployed")
        String reason,

        @Schema(description = "The deployment of the push; null if there is none")
        UUID deploymentId) {
    static DeliveryAnswer of(WebhookDelivery row) {
        return new DeliveryAnswer(row.result, row.detail, row.deploymentId);
    }

    static DeliveryAnswer repeated() {
        return new DeliveryAnswer(
                DeliveryResult.IGNORED.id(), "The same body was delivered within the last 30 days", null);
    }

    @JsonIgnore
    boolean isWaiting() {
        return result.equals(DeliveryResult.WAITING.id());
    }

    /** 202 for a push that is or will be deployed. */
    @JsonIgnore
    int status() {
        return isWaiting() || result.equals(DeliveryResult.DEPLOYED.id()) ? 202 : 200;
    }
}
