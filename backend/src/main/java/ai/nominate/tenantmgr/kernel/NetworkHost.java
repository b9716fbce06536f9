package ai.nominate.tenantmgr.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host of an address that the manager connects to, in a form that every program reads alike. Rejected are the forms
 * that one parser takes for a public address and another one for a private address: octal, hexadecimal, decimal or short
 * IPv4 addresses, IPv6 addresses with an embedded IPv4 address or a zone id, percent signs, trailing dots.
 *
 * @param value lower case; an IPv6 address without brackets
 */
public record NetworkHost(String value) {
    private static final String RULE =
            "must be a host name, an IPv4 address such as 192.0.2.1, or an IPv6 address such as 2001:db8::1";
    private static final int LONGEST = 253;
    private static final String NUMBER = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]{2,39}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** @throws InvalidValue if the text is no such host */
    public NetworkHost {
        value = value == null ? "" : value.toLowerCase(Locale.ROOT);
        if (!isName(value) && !isIpv4(value) && !isIpv6(value)) {
            throw new InvalidValue(RULE);
        }
    }

    /** Whether it is an address, not a name that has to be resolved. */
    public boolean isAddress() {
        return isIpv4(value) || isIpv6(value);
    }

    /** As in a URL: an IPv6 address in brackets. */
    public String inUrl() {
        return isIpv6(value) ? "[" + value + "]" : value;
    }

    private static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    private static boolean isIpv6(String text) {
        if (!IPV6.matcher(text).matches()) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == 8;
        }
        int before = groups(text.substring(0, gap));
        int after = groups(text.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /** @return the number of groups, or -1 if one of them is none */
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                return -1;
            }
        }
        return groups.length;
    }

    private static boolean isName(String text) {
        String[] labels = text.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return text.length() <= LONGEST
                && !NUMERIC.matcher(labels[labels.length - 1]).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
