package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.credential.CredentialOwner;
import ai.nominate.tenantmgr.auth.credential.TokenText;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.TenantLookup;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** API tokens of programs. Created by users; a token never has more rights than its creator. */
@ApplicationScoped
class ApiTokens {
    private final CredentialCheck credentials;
    private final TenantLookup tenants;
    private final Audit audit;
    private final AccountEvents events;
    private final Clock clock;

    ApiTokens(CredentialCheck credentials, TenantLookup tenants, Audit audit, AccountEvents events, Clock clock) {
        this.credentials = credentials;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Lists the caller's own tokens; an admin gets the tokens of all users. */
    Uni<PageView<ApiTokenView>> list(PageRequest page, CredentialOwner caller) {
        boolean all = caller.role() == Role.ADMIN;
        String where = "(true = ?1 or userId = ?2)";
        return Panache.withSession(() -> ApiToken.count(where, all, caller.user())
                .flatMap(total -> ApiToken.<ApiToken>find(where + " order by id desc", all, caller.user())
                        .page(page.page(), page.size())
                        .list()
                        .flatMap(tokens -> owners(tokens)
                                .map(owners -> PageView.of(
                                        tokens.stream()
                                                .map(token -> ApiTokenView.of(token, owners.get(token.userId), null))
                                                .toList(),
                                        page,
                                        total)))));
    }

    Uni<ApiTokenView> create(NewApiToken wanted, CredentialOwner maker, Actor actor) {
        wanted.check(clock.instant());
        if (!maker.role().includes(Role.of(wanted.role()))) {
            throw new ProblemException(
                            AuthProblem.TOKEN_ABOVE_MAKER,
                            "Your own role is " + maker.role().id())
                    .withError("role", "is above your own");
        }
        return Panache.withTransaction(() -> ids(wanted.tenants(), actor).flatMap(ids -> {
            String token = TokenText.generate();
            ApiToken row = new ApiToken();
            row.id = Uuid7.next();
            row.userId = maker.user();
            row.name = NewApiToken.name(wanted.name());
            row.role = wanted.role();
            row.tenants = ids;
            row.tokenHash = TokenText.hash(token);
            row.sessionEpoch = maker.epoch();
            row.expiresAt = wanted.expiry();
            row.createdAt = clock.instant();
            return row.persist()
                    .flatMap(made -> audit.record(
                            actor, Change.created("token.create", subject(row, maker.name()), null, state(row))))
                    .flatMap(written -> events.tokenCreated(row.userId))
                    .replaceWith(() -> ApiTokenView.of(row, maker.name(), token));
        }));
    }

    Uni<Void> delete(String id, CredentialOwner caller, Actor actor) {
        return Panache.withTransaction(() -> ApiToken.<ApiToken>findById(id(id)).flatMap(row -> {
                    if (row == null || caller.role() != Role.ADMIN && !row.userId.equals(caller.user())) {
                        throw new ProblemException(AuthProblem.TOKEN_UNKNOWN, "List your tokens with GET /api/tokens");
                    }
                    return owners(List.of(row))
                            .flatMap(owners -> row.delete()
                                    .flatMap(gone -> audit.record(
                                            actor,
                                            Change.deleted(
                                                    "token.delete",
                                                    subject(row, owners.get(row.userId)),
                                                    null,
                                                    state(row))))
                                    .flatMap(written -> events.tokenRemoved(row.userId)));
                }))
                .invoke(credentials::clearCache);
    }

    /** Null means all; each unknown name is rejected with its position in the list. */
    private Uni<Set<UUID>> ids(List<String> words, Actor actor) {
        if (words == null) {
            return Uni.createFrom().nullItem();
        }
        Fields fields = new Fields();
        return Multi.createFrom()
                .range(0, words.size())
                .onItem()
                .transformToUniAndConcatenate(place -> tenants.find(words.get(place), actor)
                        .invoke(id -> {
                            if (id == null) {
                                fields.add("tenants[" + place + "]", "is not a known tenant");
                            }
                        }))
                .collect()
                .asSet()
                .invoke(fields::throwIfInvalid);
    }

    private static Uni<Map<UUID, String>> owners(List<ApiToken> tokens) {
        Set<UUID> ids = tokens.stream().map(token -> token.userId).collect(Collectors.toSet());
        return User.<User>list("id in ?1", ids)
                .map(users -> users.stream().collect(Collectors.toMap(user -> user.id, user -> user.username)));
    }

    private static String subject(ApiToken row, String owner) {
        return owner + "/" + row.name;
    }

    private static Map<String, Object> state(ApiToken row) {
        Map<String, Object> state = new HashMap<>(Map.of("role", row.role));
        if (row.tenants != null) {
            state.put(
                    "tenants", row.tenants.stream().map(UUID::toString).sorted().toList());
        }
        if (row.expiresAt != null) {
            state.put("expiresAt", row.expiresAt.toString());
        }
        return state;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
