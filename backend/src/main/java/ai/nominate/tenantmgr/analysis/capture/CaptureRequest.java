package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.net.URI;
import java.nio.file.Path;

/**
 * What to open.
 *
 * @param tenant for which it is opened; marks the processes
 * @param address http or https, with a host and without a user
 * @param directory for the results, on the disk of the home; screenshots and pictures of logos lie in it afterwards
 */
public record CaptureRequest(TenantSlug tenant, URI address, Path directory) {
    private static final int LONGEST = 2000;

    /** @throws InvalidValue if the address is no address of a page */
    public CaptureRequest {
        String scheme = address.getScheme();
        if (scheme == null
                || !scheme.equals("http") && !scheme.equals("https")
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.toASCIIString().length() > LONGEST) {
            throw new InvalidValue("must be an address of a page, such as https://www.example.com");
        }
    }
}
