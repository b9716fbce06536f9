package ai.nominate.tenantmgr.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Cost of password hashes: how expensive a stolen hash is to guess. */
@ConfigMapping(prefix = "tenantmgr.auth")
public interface PasswordProperties {
    /**
     * bcrypt cost, 4 to 16: each step doubles the time of a sign-in and of a guess. Existing hashes are upgraded at the
     * next sign-in.
     */
    @WithDefault("12")
    int bcryptCost();
}
