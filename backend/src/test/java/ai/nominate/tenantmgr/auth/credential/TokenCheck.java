package ai.nominate.tenantmgr.auth.credential;

import java.nio.file.Path;
import java.time.Clock;

/** The product's own check of an access token, for whoever is measured beside it. */
public final class TokenCheck {
    private final AccessTokens tokens;

    public TokenCheck(Path keys) {
        tokens = new AccessTokens(new SigningKeyFile(keys), Clock.systemUTC());
    }

    public boolean passes(String token) {
        return tokens.read(token).isPresent();
    }
}
