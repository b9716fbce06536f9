package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The colours of one scheme: one for each token. */
public record Tokens(Map<Token, Srgb> colours) {
    public Tokens {
        if (colours.size() != Token.values().length) {
            throw new IllegalArgumentException("a scheme has a colour for each token");
        }
        colours = Collections.unmodifiableMap(new EnumMap<>(colours));
    }

    public Srgb at(Token token) {
        return colours.get(token);
    }
}
