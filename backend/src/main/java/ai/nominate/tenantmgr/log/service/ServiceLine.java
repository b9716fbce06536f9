package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TerminalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line that a service printed. */
@Schema(name = "ServiceLine")
record ServiceLine(
        @Schema(description = "Name of the service in its manifest", required = true, examples = "backend")
        String service,

        @Schema(description = "Slot: a or b", required = true)
        String slot,

        @Schema(
                description = "Level, as the words of the line suggest",
                required = true,
                enumeration = {"info", "warn", "error"})
        String level,

        @Schema(
                description = "Text with its colours, up to 4,000 characters; other control sequences are removed and "
                        + "secrets masked",
                required = true)
        String text) {
    private static final int LONGEST = 4000;

    static ServiceLine of(ServiceName service, Slot slot, String printed) {
        String cut = printed.length() > LONGEST ? printed.substring(0, LONGEST) + "… (cut)" : printed;
        return new ServiceLine(service.id(), slot.id(), LineLevel.of(cut), TerminalText.coloured(cut));
    }

    boolean complains() {
        return !level.equals("info");
    }
}
