package ai.nominate.tenantmgr.manifest;

/**
 * One thing that is wrong with a manifest.
 *
 * @param line of the file, from 1
 * @param field the path to it, such as {@code services.backend.health} or {@code build[0][1]}; empty for the whole file
 * @param reason for people; reads on from the field
 */
public record ManifestError(int line, String field, String reason) {
    @Override
    public String toString() {
        return "line " + line + ": " + (field.isEmpty() ? "the file" : field) + " " + reason;
    }
}
