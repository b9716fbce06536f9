package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.auth.credential.AccessTokens;
import ai.nominate.tenantmgr.auth.credential.Credential;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.credential.CredentialOwner;
import ai.nominate.tenantmgr.auth.credential.OpenSignIns;
import ai.nominate.tenantmgr.auth.credential.TokenText;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.RequestIds;
import ai.nominate.tenantmgr.web.SubprotocolToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Authenticates a request: a program by its Bearer token, a browser by its cookie. Browsers also send the cookie with
 * requests caused by other sites, so every change and every WebSocket must prove that it comes from the manager's own
 * pages.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AccessTokens accessTokens;
    private final CredentialCheck credentials;
    private final OpenSignIns open;
    private final ClientAddress address;

    SessionMechanism(AccessTokens accessTokens, CredentialCheck credentials, OpenSignIns open, ClientAddress address) {
        this.accessTokens = accessTokens;
        this.credentials = credentials;
        this.open = open;
        this.address = address;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        Optional<Uni<SecurityIdentity>> signedIn = bearer(request)
                .map(this::credential)
                .or(() -> SubprotocolToken.of(request).map(this::credential))
                .or(() -> cookie(request).map(accessTokens::read))
                .map(credential ->
                        credential.map(known -> identity(known, context)).orElseGet(SessionMechanism::refused));
        return signedIn.orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Optional<Credential> credential(String token) {
        return TokenText.credential(token).or(() -> accessTokens.read(token));
    }

    private Uni<SecurityIdentity> identity(Credential credential, RoutingContext context) {
        return credentials
                .ownerOf(credential)
                .flatMap(owner -> owner.map(known -> identity(known, credential, context))
                        .map(Uni.createFrom()::item)
                        .orElseGet(SessionMechanism::refused));
    }

    private SecurityIdentity identity(CredentialOwner owner, Credential credential, RoutingContext context) {
        Actor actor = new Actor(
                owner.name(), owner.role(), owner.tenants(), address.of(context.request()), RequestIds.of(context));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(owner.name()))
                .addRoles(rolesCoveredBy(owner.role()))
                .addAttribute(Caller.ACTOR, actor)
                .addAttribute(Caller.ACCOUNT, owner.user())
                .addAttribute(Caller.SIGNED_OUT, open.end(credential, owner))
                .addAttribute(SignedInCaller.OWNER, owner)
                .build();
    }

    /** A role includes all lesser roles, so a check names the least role required. */
    private static Set<String> rolesCoveredBy(Role role) {
        return Arrays.stream(Role.values()).filter(role::includes).map(Role::id).collect(Collectors.toSet());
    }

    private static Uni<SecurityIdentity> refused() {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /** Taken verbatim: a token with a trailing space is a different token. */
    private static Optional<String> bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    private static Optional<String> cookie(HttpServerRequest request) {
        return SessionCookies.accessToken(request).filter(token -> SameSite.isOwnPage(request, READS));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    /** None: the database rows are read directly. */
    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
