package ai.nominate.tenantmgr.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where a git repository lies: https or ssh, nothing else. Refuses what git would run or read instead of fetch (options,
 * ext::, file://, local paths) and passwords in the address, which would end up in logs.
 */
public record GitUrl(String value) {
    private static final String RULE =
            "must be an https:// or ssh:// address of a git repository, without a password in it";
    private static final Pattern SHAPE = Pattern.compile("(?:https|ssh)://[\\x21-\\x7e&&[^\\\\'\"`$<>|;]]{3,2000}");

    /** @throws InvalidValue when the text is not such an address */
    public GitUrl {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue(RULE);
        }
        URI uri = parse(value);
        String user = uri.getUserInfo();
        boolean password = user != null && (uri.getScheme().equals("https") || user.contains(":"));
        if (uri.getHost() == null
                || uri.getHost().startsWith("-")
                || password
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
