package ai.nominate.tenantmgr.manifest;

import java.util.List;

/** The result of reading a manifest. */
public sealed interface ReadManifest {
    record Good(Manifest manifest) implements ReadManifest {}

    /** @param errors in file order, never empty, at most 50 */
    record Broken(List<ManifestError> errors) implements ReadManifest {
        public Broken {
            errors = List.copyOf(errors);
        }
    }
}
