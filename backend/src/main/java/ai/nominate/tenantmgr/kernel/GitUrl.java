package ai.nominate.tenantmgr.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The address of a git repository: https or ssh only. Rejects forms that git would execute or read locally (options,
 * ext::, file://, local paths) and passwords in the address, which would appear in logs.
 */
public record GitUrl(String value) {
    private static final String RULE =
            "must be an https:// or ssh:// address of a git repository, without a password in it";
    private static final String CREDENTIAL = RULE
            + ": store a password or an access token as a credential and name it in the source, since addresses are shown";
    private static final Pattern SHAPE = Pattern.compile("(?:https|ssh)://[\\x21-\\x7e&&[^\\\\'\"`$<>|;]]{3,2000}");

    /** @throws InvalidValue if the text is not such an address */
    public GitUrl {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue(RULE);
        }
        URI uri = parse(value);
        String user = uri.getUserInfo();
        boolean password = user != null && (uri.getScheme().equals("https") || user.contains(":"));
        if (password) {
            throw new InvalidValue(CREDENTIAL);
        }
        if (uri.getHost() == null
                || uri.getHost().startsWith("-")
                || uri.getPath().length() < 2) {
            throw new InvalidValue(RULE);
        }
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidValue(RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
