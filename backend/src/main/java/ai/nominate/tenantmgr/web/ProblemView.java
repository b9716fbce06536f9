package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.FieldError;


import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem as defined by RFC 9457. */
@Schema(name = "Problem", description = "The reason a request was refused (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "instance", "errors"})
public record ProblemView(
        @Schema(description = "Always about:blank; programs read code", examples = "about:blank")
        String type,

        @Schema(description = "Kind of problem, one sentence", required = true)
        String title,

        @Schema(description = "HTTP status", required = true, examples = "409")
        int status,

        @Schema(description = "Details of this occurrence") String detail,

        @Schema(description = "Stable code of the kind, for programs", required = true, examples = "tenant.slug-taken")
        String code,

        @Schema(description = "Id of this occurrence, also in the manager's log", required = true)
        String instance,

        @Schema(description = "Errors by field") List<FieldError> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {}
