package ai.nominate.tenantmgr.manifest;

import java.util.List;
import java.util.Optional;

/**
 * What the core application wants of its PostgreSQL database.
 *
 * @param init an SQL file of the release that is run once, in an empty database
 * @param migrate argv that is run at each deployment
 * @param breaking whether the release before it cannot run on the migrated database: the tenant pauses for the
 *     deployment
 */
public record DatabaseSpec(Optional<String> init, Optional<List<String>> migrate, boolean breaking) {
    public DatabaseSpec {
        init.ifPresent(Rule.FILE::require);
        migrate = migrate.map(Rule::requireArgv);
    }
}
