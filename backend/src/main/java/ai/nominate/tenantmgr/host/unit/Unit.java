package ai.nominate.tenantmgr.host.unit;

import java.nio.file.Path;

/**
 * What a supervisor keeps running.
 *
 * @param launchFile sets the environment and becomes the service; executed itself when it may be, else read by /bin/sh
 * @param log where output and errors go, one after the other
 * @param memoryBytes the limit, where the supervisor can hold a service to one
 */
public record Unit(UnitId id, Path launchFile, Path directory, Path log, long memoryBytes) {}
