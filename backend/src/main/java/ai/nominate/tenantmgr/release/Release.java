package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.file.ForeignText;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.manifest.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/** A release that is ready to run. Its directory is read-only. */
public record Release(String id, Optional<String> ref, String commit, Manifest manifest, Path directory) {
    /**
     * The text of a file that the manifest names.
     *
     * @param field of the manifest, such as {@code database.init}
     * @param name relative to the release
     * @param mostBytes larger files are refused
     * @throws ProblemException with the field and the reason if it is no such text
     */
    public String text(String field, String name, int mostBytes) {
        try {
            return ForeignText.read(directory, name, mostBytes);
        } catch (ForeignText.Unreadable e) {
            throw new ProblemException(
                            ReleaseProblem.FILE_UNREADABLE,
                            name + " (" + field + " in tenant-app.yaml) " + e.getMessage())
                    .withError(field, e.getMessage());
        }
    }
}
