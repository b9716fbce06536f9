package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.PasswordProperties;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the user admin when there is no user yet. The password comes with the start, which wrote it where only its owner reads. */
@ApplicationScoped
class FirstUser {
    private static final Logger LOG = Logger.getLogger(FirstUser.class);
    static final String NAME = "admin";

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

    void onStart(@Observes StartupEvent start) throws Throwable {
        Supplier<Uni<Boolean>> work = () -> Panache.withTransaction(
                () -> User.count().flatMap(users -> users > 0 ? Uni.createFrom().item(false) : make()));
        if (VertxContextSupport.subscribeAndAwait(work)) {
            LOG.infof("Made the first user, %s", NAME);
        }
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
