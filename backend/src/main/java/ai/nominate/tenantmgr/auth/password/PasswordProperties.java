package ai.nominate.tenantmgr.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How hard a password is to guess for somebody who has stolen its hash. */
@ConfigMapping(prefix = "tenantmgr.auth")
public interface PasswordProperties {
    /** bcrypt's cost, 4 to 16: one more doubles the time of a sign-in and of each guess. Hashes follow at the next sign-in. */
    @WithDefault("12")
    int bcryptCost();
}
