package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.net.URI;
import java.util.regex.Pattern;

/** A page of a site: the path of its address, with a query if it has one. It cannot lead to another host. */
record PagePath(String value) {
    private static final int LONGEST = 500;
    private static final String LETTER = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*";
    private static final Pattern PATH = Pattern.compile("/(?!/)" + LETTER + "(?:\\?" + LETTER + ")?");
    static final PagePath START = new PagePath("/"); // after what it is checked by

    /** @throws InvalidValue if it is no such path */
    PagePath {
        if (value.length() > LONGEST) {
            throw new InvalidValue("must be at most " + LONGEST + " characters");
        }
        if (!PATH.matcher(value).matches()) {
            throw new InvalidValue("must be the path of a page, such as /prices");
        }
    }

    URI at(URI site) {
        return URI.create(site.getScheme() + "://" + site.getRawAuthority() + value);
    }
}
