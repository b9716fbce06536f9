package ai.nominate.tenantmgr.deployment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A one-off command of a tenant's live release. */
@Schema(name = "Command")
record CommandView(
        @Schema(description = "Name in the manifest", required = true, examples = "createsuperuser")
        String name,

        @Schema(description = "The program and its words, as in the manifest", required = true)
        List<String> argv) {}
