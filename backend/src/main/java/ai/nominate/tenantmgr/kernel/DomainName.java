package ai.nominate.tenantmgr.kernel;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name in canonical form: IDNA, lower-case ASCII, at least two labels. Rejects, and never repairs, any text with
 * a second meaning for NGINX, a shell or a browser: wildcards, patterns, addresses, ports, spaces.
 */
public record DomainName(String value) {
    private static final int LONGEST = 253;
    private static final String RULE = "must be a host name such as shop.example.org";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*\\.(?:0x[0-9a-f]*|[0-9]+)");

    /** @throws InvalidValue if the text is not a host name */
    public DomainName {
        value = canonical(value);
    }

    private static String canonical(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST || hasHidden(text)) {
            throw new InvalidValue(RULE);
        }
        String ascii = ascii(text);
        String[] labels = ascii.split("\\.", -1);
        if (labels.length < 2
                || ascii.length() > LONGEST
                || ADDRESS.matcher(ascii).matches()) {
            throw new InvalidValue(RULE);
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new InvalidValue(RULE);
            }
        }
        return ascii;
    }

    /** IDN maps zero-width and full-width characters to plain ones, so two spellings would name one host: rejected. */
    private static boolean hasHidden(String text) {
        return !Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                || text.codePoints()
                        .anyMatch(c -> Character.getType(c) == Character.FORMAT
                                || Character.isISOControl(c)
                                || Character.isWhitespace(c));
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
