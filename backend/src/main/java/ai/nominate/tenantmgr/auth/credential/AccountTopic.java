package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The topic {@code users}: accounts, their tokens and ended sign-ins. Every change that can end a credential has an event. */
public final class AccountTopic {
    public static final EventTopic TOPIC = new EventTopic("users", Role.ADMIN);
    /** The payload's field for the account. */
    public static final String USER = "userId";
    /** The payload's field for the session. */
    public static final String SESSION = "sessionId";

    private AccountTopic() {}

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }
}
