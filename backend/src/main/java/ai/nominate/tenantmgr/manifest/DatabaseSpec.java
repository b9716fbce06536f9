package ai.nominate.tenantmgr.manifest;

import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL database of the core application.
 *
 * @param init an SQL file of the release that is run once, in an empty database
 * @param migrate argv of the migration, run at each deployment
 * @param breaking whether the previous release is incompatible with the migrated database
 */
public record DatabaseSpec(Optional<String> init, Optional<List<String>> migrate, boolean breaking) {
    public DatabaseSpec {
        init.ifPresent(TextRule.FILE::require);
        migrate = migrate.map(TextRule::requireArgv);
    }
}
