package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * An https address of an LFS server, often with a signature in its query.
 *
 * @param target path with query; both paths are as sent
 */
record LfsAddress(NetworkHost host, int port, String path, String target) {
    private static final Pattern ODD_PATH = Pattern.compile(".*(?://|/\\.{1,2}(?:/|$)|%2[eEfF]|%5[cC]|\\\\).*");

    /** Where a repository tells how to download its objects. */
    static LfsAddress batch(GitUrl url) {
        String path = url.path().replaceAll("/+$", "");
        String lfs = (path.endsWith(".git") ? path : path + ".git") + "/info/lfs/objects/batch";
        return new LfsAddress(url.host(), url.port(), lfs, lfs);
    }

    /** @throws LfsUnavailable if it is no https address of a host in canonical form */
    static LfsAddress of(String text) {
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            if (!"https".equals(uri.getScheme()) || host == null || uri.getRawUserInfo() != null) {
                throw new LfsUnavailable("not an https address");
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new LfsAddress(
                    new NetworkHost(host.startsWith("[") ? host.substring(1, host.length() - 1) : host),
                    uri.getPort() < 0 ? 443 : uri.getPort(),
                    path,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new LfsUnavailable("not an address");
        }
    }

    boolean isAt(GitUrl url) {
        return host.equals(url.host()) && port == url.port();
    }

    /** Whether the path means the same to every server, so that its beginning can be compared. */
    boolean isPlain() {
        return !ODD_PATH.matcher(path).matches();
    }
}
