package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.net.InetSocketAddress;

/** Where the proxy of a capture connects to for a host. Decides what a page can reach at all. */
interface WayOut {
    /**
     * Blocks while the host is resolved.
     *
     * @throws ProblemException if the page may not go there
     */
    InetSocketAddress reach(String host, int port);
}
