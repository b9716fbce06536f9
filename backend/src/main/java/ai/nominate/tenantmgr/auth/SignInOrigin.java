package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;


import java.util.Optional;

/** The origin of an unauthenticated request. */
record SignInOrigin(String address, String requestId) {
    Actor actor(User user) {
        return new Actor(user.username, Role.of(user.role), Optional.empty(), address, requestId);
    }
}
