package ai.nominate.tenantmgr.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel without what is secret. */
@Schema(name = "AlertChannel")
record ChannelView(
        @Schema(description = "Channel id", required = true) UUID id,

        @Schema(description = "Name", required = true) String name,

        @Schema(
                description = "How it sends",
                required = true,
                enumeration = {"email", "webhook", "slack"})
        String kind,

        @Schema(description = "Whether messages are sent", required = true)
        boolean enabled,

        @Schema(description = "Receivers of e-mail; empty for others", required = true)
        List<String> addresses,

        @Schema(description = "Address of a webhook; null for others, and for slack, whose address is secret")
        String url,

        @Schema(description = "A signing secret that was just made; null in every later answer")
        String secret,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "User name of its creator", required = true)
        String createdBy) {

    /** @param madeSecret null unless it was just made */
    static ChannelView of(ChannelRow row, String madeSecret) {
        return new ChannelView(
                row.id,
                row.name,
                row.kind,
                row.enabled,
                "email".equals(row.kind) ? List.of(row.target.split(",")) : List.of(),
                "webhook".equals(row.kind) ? row.target : null,
                madeSecret,
                row.createdAt,
                row.createdBy);
    }
}
