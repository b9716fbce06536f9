package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Role;
import java.util.Optional;

/**
 * The origin of an unauthenticated request.
 *
 * @param userAgent the program, as it calls itself; null if it does not
 */
record SignInOrigin(String address, String requestId, String userAgent) {
    private static final int LONGEST = 200;

    SignInOrigin {
        if (userAgent != null) {
            String shown = DisplayText.shown(userAgent);
            userAgent = shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
        }
    }

    Actor actor(User user) {
        return new Actor(user.username, Role.of(user.role), Optional.empty(), address, requestId);
    }
}
