package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a page: http or https, a host in canonical form, no user and no password. Says nothing about whether the manager
 * may go there.
 */
record WebAddress(URI uri) {
    private static final int LONGEST = 2000;
    private static final int LAST_PORT = 65_535;

    /** @throws InvalidValue if it is no such address */
    static WebAddress of(String text) {
        String given = text.strip();
        if (given.length() > LONGEST) {
            throw new InvalidValue("must be at most " + LONGEST + " characters");
        }
        try {
            URI uri = new URI(given.contains("://") ? given : "https://" + given);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !scheme.equals("http")
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getPort() == 0
                    || uri.getPort() > LAST_PORT) {
                throw new InvalidValue("must be the address of a page, such as https://example.com");
            }
            String host = new NetworkHost(uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "")).value();
            return new WebAddress(new URI(scheme
                    + "://"
                    + (host.contains(":") ? "[" + host + "]" : host)
                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())));
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be the address of a page, such as https://example.com");
        }
    }

    NetworkHost host() {
        return new NetworkHost(uri.getHost().replaceAll("^\\[|]$", ""));
    }

    /** The one of the scheme if the address names none. */
    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
