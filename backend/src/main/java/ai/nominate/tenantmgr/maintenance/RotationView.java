package ai.nominate.tenantmgr.maintenance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a key rotation. */
@Schema(name = "KeyRotation")
record RotationView(
        @Schema(description = "Number of re-encrypted secrets", required = true)
        int rewritten,

        @Schema(description = "Secrets that no key can decrypt: table, row and field", required = true)
        List<String> unreadable,

        @Schema(
                description = "Whether the new key is the only one; old keys stay while a secret cannot be decrypted",
                required = true)
        boolean oldKeysDropped) {}
