package ai.nominate.tenantmgr.run.engine;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a run's log. */
@Schema(name = "LogLine")
public record LogLine(
        @Schema(description = "Line number; starts at 1, without gaps", required = true)
        long seq,

        @Schema(description = "Time of the line", required = true)
        Instant at,

        @Schema(description = "The step that wrote it") String step,

        @Schema(
                description = "out or err: output of a program; info: written by the manager",
                required = true,
                enumeration = {"out", "err", "info"})
        String stream,

        @Schema(
                description = "Log level",
                required = true,
                enumeration = {"debug", "info", "warn", "error"})
        String level,

        @Schema(description = "Text of the line; ANSI colours are kept, secret values are masked", required = true)
        String text) {}
