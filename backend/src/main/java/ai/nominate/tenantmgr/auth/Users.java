package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * User accounts. At least one enabled admin always remains: every change or removal first locks the rows of all admins,
 * so that two admins who remove each other are processed one after the other.
 */
@ApplicationScoped
class Users {
    private final Passwords passwords;
    private final CredentialCheck credentials;
    private final Audit audit;
    private final AccountEvents events;
    private final Clock clock;

    Users(Passwords passwords, CredentialCheck credentials, Audit audit, AccountEvents events, Clock clock) {
        this.passwords = passwords;
        this.credentials = credentials;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Uni<PageView<AccountView>> list(PageRequest page) {
        return Panache.withSession(() -> User.count()
                .flatMap(total -> User.<User>find("order by lower(username)")
                        .page(page.page(), page.size())
                        .list()
                        .map(users ->
                                PageView.of(users.stream().map(AccountView::of).toList(), page, total))));
    }

    Uni<AccountView> get(String id) {
        return Panache.withSession(
                () -> User.<User>findById(id(id)).map(Users::require).map(AccountView::of));
    }

    Uni<AccountView> create(NewUser wanted, Actor actor) {
        wanted.checked();
        return passwords
                .hash(wanted.password())
                .flatMap(hash -> Panache.withTransaction(() -> {
                    User user = new User();
                    user.id = Uuid7.next();
                    user.username = wanted.username();
                    user.passwordHash = hash;
                    user.role = wanted.role();
                    user.createdAt = clock.instant();
                    return user.<User>persistAndFlush()
                            .onFailure(e -> SqlFailure.violates(e, "app_user_username"))
                            .transform(e -> new ProblemException(
                                            AuthProblem.USER_NAME_TAKEN, "The name " + wanted.username() + " is taken")
                                    .withError("username", "is taken by another user"))
                            .call(made -> audit.record(
                                    actor, Change.created("user.create", made.username, null, state(made))))
                            .call(events::created)
                            .map(AccountView::of);
                }));
    }

    /** Ends the user's sessions and tokens if anything changes. */
    Uni<AccountView> change(String id, UserChange change, Actor actor) {
        change.checked();
        Uni<String> hash = change.password() == null ? Uni.createFrom().nullItem() : passwords.hash(change.password());
        return hash.flatMap(newHash ->
                        Panache.withTransaction(() -> lock(id).flatMap(taken -> change(taken, change, newHash, actor))))
                .invoke(credentials::clearCache)
                .map(AccountView::of);
    }

    Uni<Void> delete(String id, Actor actor) {
        return Panache.withTransaction(() -> lock(id).flatMap(taken -> {
                    taken.requireOtherAdmin();
                    User user = taken.user();
                    return user.delete()
                            .flatMap(gone -> audit.record(
                                    actor, Change.deleted("user.delete", user.username, null, state(user))))
                            .flatMap(written -> events.removed(user));
                }))
                .invoke(credentials::clearCache);
    }

    private Uni<User> change(LockedUser taken, UserChange change, String newHash, Actor actor) {
        User user = taken.user();
        Map<String, Object> before = state(user);
        boolean disabled = change.disabled() == null ? user.disabled : change.disabled();
        if (disabled || !change.role().equals(Role.ADMIN_NAME)) {
            taken.requireOtherAdmin();
        }
        user.role = change.role();
        user.disabled = disabled;
        user.passwordHash = newHash == null ? user.passwordHash : newHash;
        Map<String, Object> after = state(user);
        if (newHash != null) {
            after.put("password", new Secret(change.password()));
        }
        return before.equals(after)
                ? Uni.createFrom().item(user)
                : user.endSignIns()
                        .flatMap(ended ->
                                audit.record(actor, Change.updated("user.change", user.username, null, before, after)))
                        .flatMap(written -> events.changed(user))
                        .replaceWith(user);
    }

    private static Uni<LockedUser> lock(String id) {
        return User.<User>find("role = ?1 and not disabled order by id", Role.ADMIN_NAME)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .flatMap(admins -> User.<User>findById(id(id), LockModeType.PESSIMISTIC_WRITE)
                        .map(user -> new LockedUser(require(user), admins)));
    }

    private static Map<String, Object> state(User user) {
        return new LinkedHashMap<>(Map.of("role", user.role, "disabled", user.disabled));
    }

    private static User require(User user) {
        if (user == null) {
            throw new ProblemException(AuthProblem.USER_UNKNOWN, "List users with GET /api/users");
        }
        return user;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private record LockedUser(User user, List<User> admins) {
        void requireOtherAdmin() {
            if (admins.size() == 1 && admins.getFirst().id.equals(user.id)) {
                throw new ProblemException(AuthProblem.LAST_ADMIN, "Make another user an admin first");
            }
        }
    }
}
