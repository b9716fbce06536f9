package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.process.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A service to be supervised.
 *
 * @param launchFile sets the environment and becomes the service; executed if it is executable, else run by /bin/sh
 * @param log receives output and errors
 * @param limits those of the manifest; a service has no time limit
 * @param view the files that it may see; empty for one that an earlier manager recorded, which sees all
 */
public record Unit(UnitId id, Path launchFile, Path directory, Path log, Limits limits, Optional<FileView> view) {
    /** A service that sees the machine as the manager does. */
    public Unit(UnitId id, Path launchFile, Path directory, Path log, Limits limits) {
        this(id, launchFile, directory, log, limits, Optional.empty());
    }

    /** Where a limit of a service was set, for people. */
    public static String origin(String limit) {
        return limit + " in tenant-app.yaml";
    }
}
