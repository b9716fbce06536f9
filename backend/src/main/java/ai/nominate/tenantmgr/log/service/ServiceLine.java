package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TerminalText;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        String text,

        @Schema(
                description =
                        "Place of the line, which does not change when the log is rotated: pass it as line to get the "
                                + "line again with those beside it; null from a manager of an earlier version")
        String place) {
    private static final int LONGEST = 4000;

    static ServiceLine of(ServiceName service, Slot slot, String printed, String place) {
        String cut = printed.length() > LONGEST ? printed.substring(0, LONGEST) + "… (cut)" : printed;
        return new ServiceLine(
                service.id(),
                slot.id(),
                LineLevel.of(cut),
                TerminalText.coloured(cut),
                ServiceCursor.at(slot, service, place).toString());
    }

    /** The lines of a page. */
    static Stream<ServiceLine> of(ServiceName service, Slot slot, LogPage page) {
        return IntStream.range(0, page.lines().size())
                .mapToObj(i ->
                        of(service, slot, page.lines().get(i), page.places().get(i)));
    }

    boolean complains() {
        return !level.equals("info");
    }
}
