package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.util.Optional;

/**
 * The repositories for which a credential may be used.
 *
 * @param port empty for every port of the host
 * @param pathPrefix the beginning of the paths in complete names, such as {@code /acme}; empty for all paths
 */
public record CredentialScope(NetworkHost host, Optional<PortNumber> port, String pathPrefix) {
    private static final String PREFIX_RULE = "must be the beginning of a path such as /acme, without . and ..";

    /** @throws InvalidValue if the prefix is not valid */
    public CredentialScope {
        pathPrefix = pathPrefix.replaceAll("/+$", "");
        if (!pathPrefix.isEmpty() && !isPath(pathPrefix)) {
            throw new InvalidValue(PREFIX_RULE);
        }
    }

    public boolean covers(GitUrl url) {
        return covers(url.host(), url.port(), url.path());
    }

    public boolean covers(NetworkHost otherHost, int otherPort, String path) {
        return otherHost.equals(host)
                && port.map(PortNumber::value).orElse(otherPort) == otherPort
                && (path.equals(pathPrefix) || path.startsWith(pathPrefix + "/"));
    }

    /** The host as people write it: {@code git.example}, {@code git.example:8443}. */
    String hostText() {
        return host.inUrl() + port.map(number -> ":" + number).orElse("");
    }

    /** @throws InvalidValue if it is neither a host nor a host with a port */
    static CredentialScope of(String hostText, String pathPrefix) {
        int colon = hostText.lastIndexOf(':');
        boolean hasPort = colon >= 0
                && hostText.indexOf(']', colon) < 0
                && (hostText.startsWith("[") || hostText.indexOf(':') == colon);
        String host = hasPort ? hostText.substring(0, colon) : hostText;
        String plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new CredentialScope(
                new NetworkHost(plain),
                hasPort ? Optional.of(port(hostText.substring(colon + 1))) : Optional.empty(),
                pathPrefix);
    }

    private static PortNumber port(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new InvalidValue("must have a port from 1 to 65535, or none");
        }
        return new PortNumber(Integer.parseInt(text));
    }

    private static boolean isPath(String prefix) {
        try {
            return prefix.startsWith("/")
                    && new GitUrl("https://host" + prefix).path().equals(prefix);
        } catch (InvalidValue e) {
            return false;
        }
    }
}
