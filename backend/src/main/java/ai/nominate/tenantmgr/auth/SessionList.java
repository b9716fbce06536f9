package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.credential.CredentialOwner;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The open sessions of a user; of all users for an admin. */
@ApplicationScoped
class SessionList {
    private static final String OPEN = "expiresAt > ?1 and (true = ?2 or userId = ?3)";

    private final RefreshTokens tokens;
    private final CredentialCheck credentials;
    private final Audit audit;
    private final Clock clock;

    SessionList(RefreshTokens tokens, CredentialCheck credentials, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<PageView<SessionItem>> list(PageRequest page, CredentialOwner caller) {
        Object[] values = {clock.instant(), seesAll(caller), caller.user()};
        return Panache.withSession(() -> RefreshFamily.count(OPEN, values)
                .flatMap(total -> RefreshFamily.<RefreshFamily>find(OPEN + " order by createdAt desc, id desc", values)
                        .page(page.page(), page.size())
                        .list()
                        .flatMap(rows -> names(rows)
                                .map(names -> PageView.of(
                                        rows.stream()
                                                .map(row ->
                                                        SessionItem.of(row, names.get(row.userId), caller.session()))
                                                .toList(),
                                        page,
                                        total)))));
    }

    /** @throws ProblemException {@link AuthProblem#SESSION_UNKNOWN} also if it is another user's and the caller no admin */
    Uni<Void> end(String id, CredentialOwner caller, Actor actor) {
        return Panache.withTransaction(() -> RefreshFamily.<RefreshFamily>findById(id(id))
                        .flatMap(row -> {
                            if (row == null || !seesAll(caller) && !row.userId.equals(caller.user())) {
                                throw new ProblemException(
                                        AuthProblem.SESSION_UNKNOWN, "List sessions with GET /api/sessions");
                            }
                            return names(List.of(row))
                                    .flatMap(names -> tokens.end(row.id)
                                            .flatMap(ended -> audit.record(
                                                    actor,
                                                    Change.deleted(
                                                            "session.end",
                                                            names.get(row.userId),
                                                            null,
                                                            Map.of("sessionId", row.id.toString())))));
                        }))
                .invoke(credentials::clearCache);
    }

    private static boolean seesAll(CredentialOwner caller) {
        return caller.role() == Role.ADMIN;
    }

    private static Uni<Map<UUID, String>> names(List<RefreshFamily> rows) {
        Set<UUID> ids = rows.stream().map(row -> row.userId).collect(Collectors.toSet());
        return User.<User>list("id in ?1", ids)
                .map(users -> users.stream().collect(Collectors.toMap(user -> user.id, user -> user.username)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
