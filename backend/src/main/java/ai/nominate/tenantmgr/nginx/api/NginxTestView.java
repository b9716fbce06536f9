package ai.nominate.tenantmgr.nginx.api;

import ai.nominate.tenantmgr.nginx.ApplyResult;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a test of what NGINX serves. */
@Schema(name = "NginxTest")
record NginxTestView(
        @Schema(description = "Whether NGINX accepts it", required = true)
        boolean valid,

        @Schema(description = "Number of the tested generation; null before the first")
        Long generation,

        @Schema(description = "The file with the error; null if there is none", examples = "hosts.map")
        String file,

        @Schema(description = "The line with the error, counted from 1; null if there is none")
        Integer line,

        @Schema(description = "The error, mostly in NGINX's words; null if there is none")
        String reason) {

    static NginxTestView of(OptionalLong generation, Optional<ApplyResult.Refused> fault) {
        Long number = generation.isPresent() ? generation.getAsLong() : null;
        return fault.map(refused -> new NginxTestView(
                        false,
                        number,
                        refused.file().isEmpty() ? null : refused.file(),
                        refused.file().isEmpty() ? null : refused.line(),
                        refused.reason()))
                .orElseGet(() -> new NginxTestView(true, number, null, null, null));
    }
}
