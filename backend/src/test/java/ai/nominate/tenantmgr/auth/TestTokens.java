package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Uuid7;

/** Tokens of users who exist in no table: a role is all that most tests need of them. */
public final class TestTokens {
    private TestTokens() {}

    /** As {@link AccessTokens} issues it. */
    public static String of(Role role) {
        User user = new User();
        user.id = Uuid7.next();
        user.username = "some-" + role.id();
        user.role = role.id();
        return new AccessTokens().issue(user);
    }
}
