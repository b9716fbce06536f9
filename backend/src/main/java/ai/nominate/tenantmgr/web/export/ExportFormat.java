package ai.nominate.tenantmgr.web.export;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;

/** The formats of an exported list. */
public enum ExportFormat {
    NDJSON("ndjson", "application/x-ndjson"),
    CSV("csv", "text/csv");

    private final String id;
    private final String mediaType;

    ExportFormat(String id, String mediaType) {
        this.id = id;
        this.mediaType = mediaType;
    }

    String id() {
        return id;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The format that a client wants: NDJSON if it names none.
     *
     * @throws ai.nominate.tenantmgr.kernel.ProblemException naming the parameter, if there is no such format
     */
    public static ExportFormat wanted(String format) {
        Fields fields = new Fields();
        ExportFormat given = fields.optional("format", format, ExportFormat::of);
        fields.throwIfInvalid();
        return given == null ? NDJSON : given;
    }

    private static ExportFormat of(String text) {
        return switch (text) {
            case "ndjson" -> NDJSON;
            case "csv" -> CSV;
            default -> throw new InvalidValue("must be ndjson or csv");
        };
    }
}
