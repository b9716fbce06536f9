package ai.nominate.tenantmgr.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host name in canonical form: lower-case ASCII, at least two labels. Rejects, and never repairs, any text with a
 * second meaning for NGINX, a shell or a browser: wildcards, patterns, addresses, ports, spaces.
 *
 * <p>The constructor takes names that are already canonical, such as stored ones; {@link #of} takes input.
 */
public record DomainName(String value) {
    private static final int LONGEST = 253;
    private static final String RULE = "must be a host name such as shop.example.org";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*\\.(?:0x[0-9a-f]*|[0-9]+)");

    /** @throws InvalidValue if the text is not a host name in canonical form */
    public DomainName {
        if (value == null || value.length() > LONGEST || ADDRESS.matcher(value).matches()) {
            throw new InvalidValue(RULE);
        }
        String[] labels = value.split("\\.", -1);
        if (labels.length < 2) {
            throw new InvalidValue(RULE);
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new InvalidValue(RULE);
            }
        }
    }

    /**
     * Reads a name as a person or a program gives it, in any case and in any script: IDNA 2008, as browsers and
     * registries do.
     *
     * @throws InvalidValue if the text is not a host name, not a valid international name, or mixes scripts that no
     *     language mixes
     */
    public static DomainName of(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST || hasHidden(text)) {
            throw new InvalidValue(RULE);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        DomainName name = new DomainName(InternationalName.isInternational(lower) ? ascii(text) : lower);
        SpecialUse.requirePossible(name);
        return name;
    }

    /** Why visitors may not reach the name, or may take it for another; empty for an ordinary name. */
    public Optional<String> warning() {
        return SpecialUse.warning(this).or(() -> InternationalName.lookalike(value));
    }

    /** Some mappings make plain characters of zero-width and full-width ones, so two spellings would name one host. */
    private static boolean hasHidden(String text) {
        return !Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                || text.codePoints()
                        .anyMatch(c -> Character.getType(c) == Character.FORMAT
                                || c == 0x3002 // would be read as a dot
                                || Character.isISOControl(c)
                                || Character.isWhitespace(c));
    }

    private static String ascii(String text) {
        return InternationalName.toAscii(text).orElseThrow(() -> new InvalidValue(RULE));
    }

    @Override
    public String toString() {
        return value;
    }
}
