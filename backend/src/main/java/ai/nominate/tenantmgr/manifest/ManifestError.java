package ai.nominate.tenantmgr.manifest;

/**
 * One error in a manifest.
 *
 * @param line line of the file, from 1
 * @param field the path to it, such as {@code services.backend.health} or {@code build[0][1]}; empty for the whole file
 * @param reason for users; continues a sentence that starts with the field
 */
public record ManifestError(int line, String field, String reason) {
    @Override
    public String toString() {
        return "line " + line + ": " + (field.isEmpty() ? "the file" : field) + " " + reason;
    }
}
