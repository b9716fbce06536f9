package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Checks a credential against the database rows, not against the claims of a JWT: an ended session or a deleted user is
 * rejected immediately on this instance, and within two seconds if another program made the change; sooner if that wrote an event.
 */
@ApplicationScoped
public class CredentialCheck {
    private static final Duration CACHE_TIME = Duration.ofSeconds(2);
    private static final int MOST = 10_000;
    private static final String OF_SESSION = """
            select u.id, u.username, u.role from app_user u join refresh_family f on f.user_id = u.id
            where u.id = $1 and f.id = $2 and u.session_epoch = $3 and f.session_epoch = $3 and not u.disabled""";

    private static final String OF_TOKEN = """
            select u.id, u.username, t.name, t.role, t.tenants, t.session_epoch, t.expires_at from api_token t
            join app_user u on u.id = t.user_id where t.token_hash = $1 and t.session_epoch = u.session_epoch
            and not u.disabled and (t.expires_at is null or t.expires_at > $2)""";

    private static final String USED = """
            update api_token set last_used_at = $2
            where token_hash = $1 and (last_used_at is null or last_used_at < $3)""";

    private final Pool pool;
    private final Clock clock;
    private final Map<Credential, CachedOwner> cached = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    CredentialCheck(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Empty if the credential is no longer valid. */
    public Uni<Optional<CredentialOwner>> ownerOf(Credential credential) {
        CachedOwner known = cached.get(credential);
        if (known != null && known.change == changes.get() && System.nanoTime() - known.at < CACHE_TIME.toNanos()) {
            return Uni.createFrom().item(Optional.of(known.owner));
        }
        long change = changes.get();
        return query(credential)
                .invoke(found -> found.ifPresentOrElse(
                        owner -> cache(credential, new CachedOwner(owner, change, System.nanoTime())),
                        () -> cached.remove(credential)));
    }

    /** Call it after the transaction that changed an account, a session or a token. */
    public void clearCache() {
        changes.incrementAndGet();
        cached.clear();
    }

    private void cache(Credential credential, CachedOwner what) {
        if (cached.size() >= MOST) {
            cached.clear();
        }
        cached.put(credential, what);
    }

    private Uni<Optional<CredentialOwner>> query(Credential credential) {
        return switch (credential) {
            case Credential.Session session ->
                pool.preparedQuery(OF_SESSION)
                        .execute(Tuple.of(session.user(), session.id(), session.epoch()))
                        .map(rows -> first(rows).map(row -> ownerOf(row, session)));
            case Credential.Token token -> {
                byte[] hash = HexFormat.of().parseHex(token.hash());
                yield pool.preparedQuery(OF_TOKEN)
                        .execute(Tuple.of(hash, now()))
                        .map(rows -> first(rows).map(CredentialCheck::ofToken))
                        .call(found -> found.isEmpty() ? Uni.createFrom().nullItem() : recordUse(hash));
            }
        };
    }

    /** Updated once a minute at most: precise enough to find unused tokens, without a write per request. */
    private Uni<Void> recordUse(byte[] hash) {
        return pool.preparedQuery(USED)
                .execute(Tuple.of(hash, now(), now().minusMinutes(1)))
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static CredentialOwner ownerOf(Row row, Credential.Session session) {
        Role role = Role.of(row.getString("role"));
        return new CredentialOwner(
                row.getUUID("id"),
                row.getString("username"),
                role,
                Optional.empty(),
                session.id(),
                session.epoch(),
                session.expiresAt());
    }

    private static CredentialOwner ofToken(Row row) {
        return new CredentialOwner(
                row.getUUID("id"),
                row.getString("username") + "/" + row.getString("name"),
                Role.of(row.getString("role")),
                Optional.ofNullable(new TokenTenants().convertToEntityAttribute(row.getString("tenants"))),
                null,
                row.getInteger("session_epoch"),
                expiry(row.getOffsetDateTime("expires_at")));
    }

    private static Instant expiry(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record CachedOwner(CredentialOwner owner, long change, long at) {}
}
