package ai.nominate.tenantmgr.auth;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One sign-in that has not ended. */
@Schema(name = "OpenSession")
record SessionItem(
        @Schema(description = "Session id, used to end it", required = true)
        UUID id,

        @Schema(description = "User name", required = true) String user,

        @Schema(description = "Whether it is the session of this request", required = true)
        boolean current,

        @Schema(description = "Address of the sign-in; null for one from before it was recorded")
        String address,

        @Schema(description = "Program of the sign-in, as it called itself; null if it did not")
        String userAgent,

        @Schema(description = "Time of the sign-in", required = true)
        Instant createdAt,

        @Schema(description = "Time of the last renewal; null if there was none")
        Instant renewedAt,

        @Schema(description = "Time at which it ends without a renewal", required = true)
        Instant expiresAt) {

    static SessionItem of(RefreshFamily row, String user, UUID current) {
        return new SessionItem(
                row.id,
                user,
                row.id.equals(current),
                row.address,
                row.userAgent,
                row.createdAt,
                row.rotatedAt,
                row.expiresAt);
    }
}
