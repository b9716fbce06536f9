package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.webhook.forge.Forge;
import ai.nominate.tenantmgr.webhook.status.StatusView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's webhook. */
@Schema(name = "Webhook")
record WebhookView(
        @Schema(description = "Whether deliveries are taken", required = true)
        boolean enabled,

        @Schema(
                description = "The forge whose deliveries are taken; null for each that knows the secret",
                enumeration = {"github", "gitlab", "gitea"})
        String forge,

        @Schema(
                description = "The paths to which forges send; put the address of this product before one",
                required = true)
        PathsView paths,

        @Schema(description = "A secret that was just made; null in every later answer")
        String secret,

        @Schema(
                description = "Whether deployments are reported to the forge as a status of their commit",
                required = true)
        boolean commitStatus,

        @Schema(description = "Where people open this product, for the links of statuses; null if nobody said")
        String pageAddress,

        @Schema(description = "When it was turned on; null while it is off")
        Instant createdAt,

        @Schema(description = "Who turned it on; null while it is off")
        String createdBy,

        @Schema(description = "The last delivery without a valid signature; null if there was none")
        Instant refusedAt,

        @Schema(description = "The last 20 deliveries with a valid signature, newest first", required = true)
        List<DeliveryView> deliveries,

        @Schema(description = "The last 10 commit statuses, newest first", required = true)
        List<StatusView> statuses) {

    /** @param row null while it is off */
    static WebhookView of(
            String slug,
            TenantWebhook row,
            String madeSecret,
            List<WebhookDelivery> deliveries,
            List<StatusView> statuses) {
        List<DeliveryView> views = deliveries.stream().map(DeliveryView::of).toList();
        return row == null
                ? new WebhookView(false, null, PathsView.of(slug), null, false, null, null, null, null, views, statuses)
                : new WebhookView(
                        true,
                        row.forge,
                        PathsView.of(slug),
                        madeSecret,
                        row.commitStatus,
                        row.pageAddress,
                        row.createdAt,
                        row.createdBy,
                        row.refusedAt,
                        views,
                        statuses);
    }

    @Schema(name = "WebhookPaths")
    record PathsView(
            @Schema(description = "For GitHub", required = true)
            String github,

            @Schema(description = "For GitLab", required = true)
            String gitlab,

            @Schema(description = "For Gitea", required = true)
            String gitea) {
        static PathsView of(String slug) {
            return new PathsView(path(Forge.GITHUB, slug), path(Forge.GITLAB, slug), path(Forge.GITEA, slug));
        }

        private static String path(Forge forge, String slug) {
            return DeliveryGate.PATH + forge.id() + "/" + slug;
        }
    }

    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            @Schema(description = "Delivery id", required = true)
            UUID id,

            @Schema(description = "Time of arrival", required = true)
            Instant at,

            @Schema(description = "The forge", required = true)
            String forge,

            @Schema(description = "The event in the forge's words", required = true)
            String event,

            @Schema(description = "What was pushed to; null unless it is a push")
            String ref,

            @Schema(description = "The commit according to the forge; null if it did not say")
            String commit,

            @Schema(description = "The push in a line; null unless it is a push")
            String summary,

            @Schema(
                    description = "What came of it",
                    required = true,
                    enumeration = {"answered", "deployed", "waiting", "superseded", "ignored", "refused"})
            String result,

            @Schema(description = "Why, in a sentence; null if it was deployed")
            String reason,

            @Schema(description = "Its deployment; null if there is none")
            UUID deploymentId,

            @Schema(description = "How often the same body came again and was ignored", required = true)
            int repeats) {
        static DeliveryView of(WebhookDelivery row) {
            return new DeliveryView(
                    row.id,
                    row.at,
                    row.forge,
                    row.event,
                    row.ref,
                    row.commitId,
                    row.reason,
                    row.result,
                    row.detail,
                    row.deploymentId,
                    row.repeats);
        }
    }
}
