package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Stores and removes credentials, and checks whether a source may name one. */
@ApplicationScoped
public class Credentials {
    private final SecretBox secrets;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;

    Credentials(SecretBox secrets, Settings settings, Audit audit, Clock clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<PageView<CredentialView>> list(PageRequest page) {
        return Panache.withSession(() -> StoredCredential.count()
                .flatMap(total -> StoredCredential.<StoredCredential>find("order by name")
                        .page(page.page(), page.size())
                        .list()
                        .map(rows -> PageView.of(
                                rows.stream().map(CredentialView::of).toList(), page, total))));
    }

    Uni<CredentialView> create(NewCredential wanted, Actor actor) {
        wanted.check();
        StoredCredential row = row(wanted, actor);
        return Panache.withTransaction(() -> row.persistAndFlush()
                        .onFailure(e -> SqlFailure.violates(e, "credential_name_key"))
                        .transform(e -> new ProblemException(
                                        CredentialProblem.NAME_TAKEN, "The name " + row.name + " is taken")
                                .withError("name", "belongs to another credential"))
                        .call(made ->
                                audit.record(actor, Change.created("credential.create", row.name, null, state(row)))))
                .replaceWith(() -> CredentialView.of(row));
    }

    /** @throws ProblemException {@link CredentialProblem#IN_USE} while the source of a tenant or core.source uses it */
    Uni<Void> delete(String name, Actor actor) {
        return Panache.withTransaction(() -> require(name)
                .call(row -> settings.get(CredentialSettings.CORE_CREDENTIAL)
                        .invoke(used -> used.filter(row.credentialName()::equals)
                                .ifPresent(same -> {
                                    throw new ProblemException(
                                            CredentialProblem.IN_USE, "The setting core.credential names it");
                                })))
                .call(row -> row.delete()
                        .flatMap(done -> row.flush())
                        .onFailure(e -> SqlFailure.violates(e, "tenant_source_credential_fkey"))
                        .transform(e -> new ProblemException(
                                CredentialProblem.IN_USE, "The source of at least one tenant names it")))
                .flatMap(row -> audit.record(actor, Change.deleted("credential.delete", row.name, null, state(row)))));
    }

    /** Forgets the host keys, so that the next connection stores those that the server then has. */
    Uni<CredentialView> forgetHostKeys(String name, Actor actor) {
        return Panache.withTransaction(() -> require(name).call(row -> {
                    Map<String, Object> before = new LinkedHashMap<>();
                    before.put("hostKeys", row.knownHosts);
                    row.knownHosts = null;
                    return audit.record(actor, Change.deleted("credential.forget-host-keys", row.name, null, before));
                }))
                .map(CredentialView::of);
    }

    /**
     * Checks that the credential named by a source exists and may be used for its repository. Runs in the caller's session.
     *
     * @throws ProblemException with the field {@code source.credential}
     */
    public Uni<Void> check(Optional<TenantSource> source) {
        if (!(source.orElse(null) instanceof TenantSource.Git git) || git.credential() == null) {
            return Uni.createFrom().voidItem();
        }
        return StoredCredential.named(git.credential().value())
                .invoke(row -> {
                    if (row == null) {
                        throw refusal("is not the name of a stored credential");
                    }
                    boolean key = CredentialKind.of(row.kind) == CredentialKind.DEPLOY_KEY;
                    if (key != git.url().isSsh()) {
                        throw refusal(
                                key
                                        ? "is a deploy key, for ssh addresses only"
                                        : "is an access token, for https " + "addresses only");
                    }
                    if (!row.scope().covers(git.url())) {
                        throw refusal("is stored for " + row.scope().hostText() + row.pathPrefix
                                + " and may not be used for this repository");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<StoredCredential> require(String name) {
        return StoredCredential.named(name)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        CredentialProblem.UNKNOWN, "List the credentials with GET /api/credentials"));
    }

    private StoredCredential row(NewCredential wanted, Actor actor) {
        StoredCredential row = new StoredCredential();
        row.id = Uuid7.next();
        row.name = wanted.name();
        row.kind = wanted.kind();
        row.host = wanted.scope().host().value();
        row.port = wanted.scope().port().map(PortNumber::value).orElse(null);
        row.pathPrefix = wanted.scope().pathPrefix();
        row.createdAt = clock.instant();
        row.createdBy = actor.name();
        switch (CredentialKind.of(wanted.kind())) {
            case DEPLOY_KEY -> {
                DeployKeyPair pair = DeployKeyPair.generate("tenantmgr-" + row.name);
                row.publicKey = pair.publicKey();
                row.secret = secrets.encrypt(pair.privateKey(), row.place());
            }
            case ACCESS_TOKEN -> {
                row.username = wanted.usernameOrDefault();
                row.secret = secrets.encrypt(new Secret(wanted.token()), row.place());
            }
        }
        return row;
    }

    private static Map<String, Object> state(StoredCredential row) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("kind", row.kind);
        state.put("host", row.scope().hostText());
        state.put("pathPrefix", row.pathPrefix);
        state.put("username", row.username);
        state.put("publicKey", row.publicKey);
        return state;
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(RequestProblem.INVALID, "One field is not valid")
                .withError("source.credential", why);
    }
}
