package ai.nominate.tenantmgr.manifest;

import java.util.List;

/** The result of reading a manifest. */
public sealed interface ManifestResult {
    record Valid(Manifest manifest) implements ManifestResult {}

    /** @param errors in file order, never empty, at most 50 */
    record Invalid(List<ManifestError> errors) implements ManifestResult {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
