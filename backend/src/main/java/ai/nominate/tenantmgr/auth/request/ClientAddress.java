package ai.nominate.tenantmgr.auth.request;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The client address of a request: the peer of the connection or, behind this installation's NGINX, the peer of NGINX.
 * NGINX authenticates with a secret stored in the home, so forwarded headers from other sources are ignored.
 */
@ApplicationScoped
public class ClientAddress {
    public static final String PROOF_HEADER = "X-Tenantmgr-Proxy";
    private static final String REAL_IP_HEADER = "X-Real-IP";
    private static final int NETWORK_BYTES = 8;

    private final byte[] secret;

    ClientAddress(@ConfigProperty(name = "tenantmgr.proxy-secret") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        String proof = request.getHeader(PROOF_HEADER);
        boolean ours = proof != null && MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), secret);
        String said = ours ? request.getHeader(REAL_IP_HEADER) : null;
        return said == null ? String.valueOf(peer) : said;
    }

    /**
     * The unit for rate limiting: an IPv4 address, or an IPv6 network, because the holder of one IPv6 address has the
     * whole network.
     */
    public static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (parsed instanceof Inet6Address) {
                byte[] bytes = parsed.getAddress();
                Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            }
            return parsed.getHostAddress();
        } catch (IllegalArgumentException | java.net.UnknownHostException e) {
            return "unknown";
        }
    }
}
