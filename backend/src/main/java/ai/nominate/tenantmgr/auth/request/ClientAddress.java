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
 * Where a request came from: the peer of its connection; or, when that is our own NGINX, the peer of NGINX. NGINX shows who it
 * is by a secret that lies in the home, so what anybody else writes into such headers is never believed.
 */
@ApplicationScoped
public class ClientAddress {
    public static final String PROOF = "X-Tenantmgr-Proxy";
    private static final String SAID = "X-Real-IP";
    private static final int NETWORK_BYTES = 8;

    private final byte[] secret;

    ClientAddress(@ConfigProperty(name = "tenantmgr.proxy-secret") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        String proof = request.getHeader(PROOF);
        boolean ours = proof != null && MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), secret);
        String said = ours ? request.getHeader(SAID) : null;
        return said == null ? String.valueOf(peer) : said;
    }

    /** What is counted as one: an address; of IPv6 the network, since whoever has one address there has all of them. */
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
