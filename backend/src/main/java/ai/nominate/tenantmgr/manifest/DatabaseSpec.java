package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL database of the core application.
 *
 * @param init an SQL file of the release that is run once, in an empty database
 * @param migrate argv of the migration, run at each deployment
 * @param connections most connections that the services of one slot open together, from 1 to 500
 * @param extensions extensions of PostgreSQL that the application uses
 * @param breaking whether the previous release is incompatible with the migrated database
 */
public record DatabaseSpec(
        Optional<String> init,
        Optional<List<String>> migrate,
        int connections,
        List<String> extensions,
        boolean breaking) {
    public static final int DEFAULT_CONNECTIONS = 20;
    static final int MOST_CONNECTIONS = 500;

    public DatabaseSpec {
        init.ifPresent(TextRule.FILE::require);
        migrate = migrate.map(TextRule::requireArgv);
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new InvalidValue("must be a whole number from 1 to " + MOST_CONNECTIONS);
        }
        extensions = List.copyOf(extensions);
        extensions.forEach(TextRule.EXTENSION::require);
    }

    public DatabaseSpec(Optional<String> init, Optional<List<String>> migrate, boolean breaking) {
        this(init, migrate, DEFAULT_CONNECTIONS, List.of(), breaking);
    }
}
