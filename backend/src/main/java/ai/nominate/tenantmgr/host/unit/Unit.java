package ai.nominate.tenantmgr.host.unit;

import java.nio.file.Path;

/**
 * A service to be supervised.
 *
 * @param launchFile sets the environment and becomes the service; executed if it is executable, else run by /bin/sh
 * @param log receives output and errors
 * @param memoryBytes memory limit, if the supervisor can enforce one
 */
public record Unit(UnitId id, Path launchFile, Path directory, Path log, long memoryBytes) {}
