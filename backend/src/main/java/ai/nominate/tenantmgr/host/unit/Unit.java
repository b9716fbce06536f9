package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.Limits;
import java.nio.file.Path;

/**
 * A service to be supervised.
 *
 * @param launchFile sets the environment and becomes the service; executed if it is executable, else run by /bin/sh
 * @param log receives output and errors
 * @param limits those of the manifest; a service has no time limit
 */
public record Unit(UnitId id, Path launchFile, Path directory, Path log, Limits limits) {}
