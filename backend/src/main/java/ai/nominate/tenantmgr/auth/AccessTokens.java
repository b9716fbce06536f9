package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Issues the short-lived JWTs that carry who someone is and what they may do. */
@ApplicationScoped
class AccessTokens {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String EPOCH_CLAIM = "epoch";

    String issue(User user) {
        return Jwt.subject(user.id.toString())
                .upn(user.username)
                .groups(rolesCoveredBy(Role.of(user.role)))
                .claim(EPOCH_CLAIM, user.sessionEpoch)
                .expiresIn(LIFETIME)
                .sign();
    }

    /** A role may do all that the lesser ones may, so a check names the least role that is enough. */
    static Set<String> rolesCoveredBy(Role role) {
        return Arrays.stream(Role.values()).filter(role::covers).map(Role::id).collect(Collectors.toSet());
    }
}
