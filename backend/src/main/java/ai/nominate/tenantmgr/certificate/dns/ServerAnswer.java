package ai.nominate.tenantmgr.certificate.dns;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one name server says about a name.
 *
 * @param problem why it gave no address; null if it gave one
 */
@Schema(name = "NameServerAnswer")
public record ServerAnswer(
        @Schema(description = "The name server: its host name, or its address", required = true)
        String server,

        @Schema(description = "The addresses it gives for the name", required = true)
        List<String> addresses,

        @Schema(description = "Why it gives none; null if it gives some")
        String problem) {
    public ServerAnswer {
        addresses = List.copyOf(addresses);
    }
}
