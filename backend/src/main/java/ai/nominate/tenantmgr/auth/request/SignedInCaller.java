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

/** What this package knows of the caller beyond what it tells others. */
@RequestScoped
public class SignedInCaller {
    static final String STANDING = "tenantmgr.standing";

    private final CurrentIdentityAssociation identity;

    SignedInCaller(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException when nobody has signed in */
    public CredentialOwner standing() {
        return of(identity.getIdentity()).orElseThrow(UnauthorizedException::new);
    }

    /** @throws ProblemException {@link AuthProblem#PERSON_NEEDED} when the caller is an API token */
    public CredentialOwner person() {
        CredentialOwner standing = standing();
        if (!standing.isPerson()) {
            throw new ProblemException(
                    AuthProblem.PERSON_NEEDED, "An API token can neither make tokens nor change a password");
        }
        return standing;
    }

    /** For what everybody may call: who it is, if anybody. */
    public Uni<Optional<CredentialOwner>> ifAny() {
        return identity.getDeferredIdentity()
                .map(SignedInCaller::of)
                .onFailure(io.quarkus.security.AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    private static Optional<CredentialOwner> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity == null ? null : identity.getAttribute(STANDING));
    }
}
