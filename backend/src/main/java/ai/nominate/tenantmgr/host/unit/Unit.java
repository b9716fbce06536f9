package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.Limits;
import java.nio.file.Path;

/**
 * A service that a supervisor keeps running.
 *
 * @param launchFile sets the environment and becomes the service; executed itself when it may be, else read by /bin/sh
 * @param log where output and errors go, one after the other
 * @param limits those of the manifest; a service has no limit of time
 */
public record Unit(UnitId id, Path launchFile, Path directory, Path log, Limits limits) {}
