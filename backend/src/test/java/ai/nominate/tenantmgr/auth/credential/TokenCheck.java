package ai.nominate.tenantmgr.auth.credential;

import java.nio.file.Path;
import java.time.Clock;

/** The product's check of an access token, for the reference application of the benchmark. */
public final class TokenCheck {
    private final AccessTokens tokens;

    public TokenCheck(Path keys) {
        tokens = new AccessTokens(new SigningKeyFile(keys), Clock.systemUTC());
    }

    public boolean passes(String token) {
        return tokens.read(token).isPresent();
    }
}
