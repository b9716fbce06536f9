package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialOwner;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Caller details for this package only. */
@RequestScoped
public class SignedInCaller {
    static final String OWNER = "tenantmgr.standing";

    private final CurrentIdentityAssociation identity;

    SignedInCaller(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException if the request is not authenticated */
    public CredentialOwner owner() {
        return of(identity.getIdentity()).orElseThrow(UnauthorizedException::new);
    }

    /** @throws ProblemException {@link AuthProblem#PERSON_NEEDED} if the caller is an API token */
    public CredentialOwner requireUser() {
        CredentialOwner owner = owner();
        if (!owner.isPerson()) {
            throw new ProblemException(
                    AuthProblem.PERSON_NEEDED, "An API token can neither create tokens nor change a password");
        }
        return owner;
    }

    /** The caller of a public endpoint, if authenticated. */
    public Uni<Optional<CredentialOwner>> ifAny() {
        return identity.getDeferredIdentity()
                .map(SignedInCaller::of)
                .onFailure(io.quarkus.security.AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    private static Optional<CredentialOwner> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity == null ? null : identity.getAttribute(OWNER));
    }
}
