package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The address of a webhook: https, or http to an address or localhost, which an admin has to allow anyway. No user, no fragment.
 *
 * @param target path and query
 */
public record HookUrl(NetworkHost host, int port, boolean isTls, String target) {
    private static final int LONGEST = 500;
    private static final String RULE = "must be an https address such as https://hooks.example.org/alerts";

    /** @throws InvalidValue if it is no such address */
    public static HookUrl of(String text) {
        try {
            if (text.length() > LONGEST || !text.matches("[!-~]+")) {
                throw new InvalidValue(RULE);
            }
            URI uri = new URI(text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw new InvalidValue(RULE);
            }
            NetworkHost host = new NetworkHost(uri.getHost().replaceAll("[\\[\\]]", ""));
            boolean isTls = "https".equals(uri.getScheme());
            boolean isNear = host.isAddress() || "localhost".equals(host.value());
            if (!isTls && !("http".equals(uri.getScheme()) && isNear)) {
                throw new InvalidValue(RULE);
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new HookUrl(
                    host,
                    uri.getPort() < 0 ? isTls ? 443 : 80 : uri.getPort(),
                    isTls,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            throw new InvalidValue(RULE);
        }
    }
}
