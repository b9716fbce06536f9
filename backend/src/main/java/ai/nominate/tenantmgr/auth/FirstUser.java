package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.PasswordProperties;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.StartupPhase;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the user admin if there are no users. The start script provides the password in a file that only its owner
 * can read.
 */
@ApplicationScoped
class FirstUser {
    private static final Logger LOG = Logger.getLogger(FirstUser.class);
    static final String NAME = "admin";
    private static final int LOCK = 0x61646d6e;

    private final PasswordProperties properties;
    private final Clock clock;
    private final String password;

    FirstUser(
            PasswordProperties properties,
            Clock clock,
            @ConfigProperty(name = "tenantmgr.admin-password") String password) {
        this.properties = properties;
        this.clock = clock;
        this.password = password;
    }

    void onStart(@Observes @Priority(StartupPhase.FIRST_USER) StartupEvent start) throws Throwable {
        Supplier<Uni<Boolean>> work = () -> Panache.withTransaction(() -> alone().flatMap(locked -> User.count())
                .flatMap(users -> users > 0 ? Uni.createFrom().item(false) : make()));
        if (VertxContextSupport.subscribeAndAwait(work)) {
            LOG.infof("Created the first user, %s", NAME);
        }
    }

    /** Two managers may start at once on an empty database. */
    private static Uni<?> alone() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
                        .getSingleResult());
    }

    private Uni<Boolean> make() {
        User user = new User();
        user.id = Uuid7.next();
        user.username = NAME;
        user.passwordHash = Passwords.hash(password, properties.bcryptCost());
        user.role = Role.ADMIN_NAME;
        user.createdAt = clock.instant();
        return user.persist().replaceWith(true);
    }
}
