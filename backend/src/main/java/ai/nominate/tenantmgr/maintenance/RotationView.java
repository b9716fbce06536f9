package ai.nominate.tenantmgr.maintenance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a change of the key. */
@Schema(name = "KeyRotation")
record RotationView(
        @Schema(description = "How many secrets were encrypted anew", required = true)
        int rewritten,

        @Schema(description = "Where secrets lie that no key opens: table, row and field", required = true)
        List<String> unreadable,

        @Schema(
                description =
                        "Whether the new key is the only one now; the old ones stay while a secret cannot be read",
                required = true)
        boolean oldKeysDropped) {}
