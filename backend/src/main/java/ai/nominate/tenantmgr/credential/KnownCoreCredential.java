package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingConstraint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The default source can only name a credential that is stored. */
@Singleton
class KnownCoreCredential implements SettingConstraint {
    @Override
    public Setting<?> setting() {
        return CredentialSettings.CORE_CREDENTIAL;
    }

    @Override
    public Uni<Void> check(String text) {
        return text.isEmpty()
                ? Uni.createFrom().voidItem()
                : StoredCredential.named(text)
                        .onItem()
                        .ifNull()
                        .failWith(KnownCoreCredential::unknown)
                        .replaceWithVoid();
    }

    private static ProblemException unknown() {
        return new ProblemException(RequestProblem.INVALID, "One field is not valid")
                .withError("value", "is not the name of a stored credential");
    }
}
