package ai.nominate.tenantmgr.audit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a verification of the audit log. */
@Schema(name = "AuditChain")
public record ChainView(
        @Schema(description = "Whether every entry is as it was written, and none is missing", required = true)
        boolean intact,

        @Schema(description = "Number of entries in the chain", required = true)
        long entries,

        @Schema(
                description =
                        "Hash of the newest entry in the chain: SHA-256 over it and the hash before, hexadecimal. Kept "
                                + "elsewhere, it proves later that no entry up to this one has changed",
                required = true)
        String head,

        @Schema(description = "Faults: entries that were changed, removed or added. At most 20", required = true)
        List<String> faults,

        @Schema(description = "Number of faults", required = true)
        long faultCount,

        @Schema(description = "Time of the verification", required = true)
        Instant verifiedAt) {}
