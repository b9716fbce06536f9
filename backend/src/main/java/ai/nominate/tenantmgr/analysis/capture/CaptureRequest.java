package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What to open.
 *
 * @param tenant for which it is opened; marks the processes
 * @param address http or https
 * @param directory for the results, which must be empty or absent; screenshots and pictures of logos lie in it afterwards
 * @param deadline of the whole capture
 */
public record CaptureRequest(TenantSlug tenant, URI address, Path directory, Duration deadline) {}
