package ai.nominate.tenantmgr.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a git repository: https or ssh only. Rejects forms that git would execute or read locally (options,
 * ext::, file://, local paths), passwords and query strings, which would appear in logs, and hosts that git and the
 * check of addresses could read differently.
 *
 * @param value starts with https:// or ssh://; the form git@host:path is stored as ssh://git@host/path
 */
public record GitUrl(String value) {
    private static final String RULE =
            "must be the address of a git repository such as https://git.example/app.git or git@git.example:app.git";
    private static final String PASSWORD_RULE =
            "must not contain a user or password; store an access token at /api/credentials and name it in credential";
    private static final String PATH_RULE =
            "must have a path of plain names, without empty parts, . or .., query, fragment or encoded separators";
    private static final int LONGEST = 2000;
    private static final String USER = "[A-Za-z0-9_][A-Za-z0-9._-]{0,63}";
    private static final Pattern SHAPE =
            Pattern.compile("(https|ssh)://(?:([^/@]*)@)?(\\[[^\\]/]*]|[^/:\\[\\]@]*)(?::([^/]*))?(/.*)?");
    private static final Pattern SCP = Pattern.compile("(" + USER + ")@([^/:\\[\\]@]+|\\[[^\\]/]*]):(?!//)/?(.+)");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern CHARACTERS = Pattern.compile("[\\x21-\\x7e&&[^\\\\'\"`$<>|;{}^?#]]+");
    private static final Pattern ODD_PATH =
            Pattern.compile(".*(?://|/\\.{1,2}(?:/|$)|%(?![0-9A-Fa-f]{2})|%[01].|%(?:2[5eEfF]|5[cC]|7[fF])).*");

    /** @throws InvalidValue if the text is not such an address */
    public GitUrl {
        value = withScheme(value);
        Matcher parts = SHAPE.matcher(value);
        if (value.length() > LONGEST || !CHARACTERS.matcher(value).matches() || !parts.matches()) {
            throw new InvalidValue(value.matches(".*[?#].*") ? PATH_RULE : RULE);
        }
        requireUser(parts.group(1), parts.group(2));
        new NetworkHost(withoutBrackets(parts.group(3)));
        requirePort(parts.group(4));
        requirePath(parts.group(5));
    }

    public boolean isSsh() {
        return value.startsWith("ssh:");
    }

    /** The user of an ssh address, if it names one. */
    public Optional<String> user() {
        return Optional.ofNullable(part(2));
    }

    public NetworkHost host() {
        return new NetworkHost(withoutBrackets(part(3)));
    }

    /** The port, also if the address does not name it. */
    public int port() {
        return part(4) == null ? isSsh() ? 22 : 443 : Integer.parseInt(part(4));
    }

    /** Starts with a slash. */
    public String path() {
        return part(5);
    }

    /**
     * The address that a repository means by a relative one, such as {@code ../library.git}, or by an absolute one.
     *
     * @throws InvalidValue if it is no address of a repository
     */
    public GitUrl resolve(String other) {
        if (!other.startsWith("./") && !other.startsWith("../")) {
            return new GitUrl(other);
        }
        String path = path().replaceAll("/+$", "");
        String rest = other;
        while (rest.startsWith("./") || rest.startsWith("../")) {
            if (rest.startsWith("../")) {
                if (path.isEmpty()) {
                    throw new InvalidValue("must not lead above the root of the host");
                }
                path = path.substring(0, path.lastIndexOf('/'));
            }
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        return new GitUrl(value.substring(0, value.length() - path().length()) + path + "/" + rest);
    }

    private String part(int group) {
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException("checked by the constructor");
        }
        return parts.group(group);
    }

    private static String withScheme(String text) {
        if (text == null) {
            throw new InvalidValue(RULE);
        }
        Matcher scp = SCP.matcher(text);
        return !text.contains("://") && scp.matches()
                ? "ssh://" + scp.group(1) + "@" + scp.group(2) + "/" + scp.group(3)
                : text;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.contains(":") ? host.substring(1, host.length() - 1) : host;
    }

    private static void requireUser(String scheme, String user) {
        if (user != null && scheme.equals("https") || user != null && user.contains(":")) {
            throw new InvalidValue(PASSWORD_RULE);
        }
        if (user != null && !user.matches(USER)) {
            throw new InvalidValue("must have a user name of letters, digits, dots and hyphens");
        }
    }

    private static void requirePort(String port) {
        if (port == null) {
            return;
        }
        if (!PORT.matcher(port).matches()) {
            throw new InvalidValue("must have a port from 1 to 65535");
        }
        new PortNumber(Integer.parseInt(port));
    }

    private static void requirePath(String path) {
        if (path == null || path.length() < 2 || ODD_PATH.matcher(path).matches()) {
            throw new InvalidValue(PATH_RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
