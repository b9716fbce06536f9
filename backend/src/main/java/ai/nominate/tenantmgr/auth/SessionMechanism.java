package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.RequestIds;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: a program by its Bearer token, a browser by its cookie. A cookie comes by itself, also when another
 * site caused the request, so with it every change and every WebSocket must show that our own page asked.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        Optional<String> token = bearer(request).or(() -> cookie(request));
        return token.map(jwt -> identities
                        .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(jwt)))
                        .map(identity -> withActor(identity, context)))
                .orElseGet(() -> Uni.createFrom().optional(Optional.empty()));
    }

    private static SecurityIdentity withActor(SecurityIdentity identity, RoutingContext context) {
        Role role = Arrays.stream(Role.values())
                .filter(each -> identity.hasRole(each.id()))
                .max(Comparator.naturalOrder())
                .orElse(Role.VIEWER);
        Actor actor = new Actor(
                identity.getPrincipal().getName(),
                role,
                Optional.empty(),
                context.request().remoteAddress().hostAddress(),
                RequestIds.of(context));
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(Caller.ACTOR, actor)
                .build();
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).trim())
                : Optional.empty();
    }

    private static Optional<String> cookie(HttpServerRequest request) {
        Cookie cookie = request.getCookie(SessionCookies.ACCESS);
        return cookie == null || cookie.getValue().isEmpty() || !SameSite.asked(request, READS)
                ? Optional.empty()
                : Optional.of(cookie.getValue());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
