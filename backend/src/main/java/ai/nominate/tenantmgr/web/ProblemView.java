package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.FieldError;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal, as RFC 9457 writes it. */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "instance", "errors"})
public record ProblemView(
        @Schema(description = "Always about:blank; programs read code", examples = "about:blank")
        String type,

        @Schema(description = "What kind of refusal this is, in a sentence", required = true)
        String title,

        @Schema(description = "The HTTP status", required = true, examples = "409")
        int status,

        @Schema(description = "What was wrong this time") String detail,

        @Schema(description = "Stable name of the kind, for programs", required = true, examples = "tenant.slug-taken")
        String code,

        @Schema(description = "Id of this occurrence; it is also in the manager's log", required = true)
        String instance,

        @Schema(description = "What is wrong with which field")
        List<FieldError> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {}
