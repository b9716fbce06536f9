package ai.nominate.tenantmgr.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many requests wait for the end of a deployment, in all and by user. One over the limit is answered at once. */
@ApplicationScoped
class WaitPlaces {
    static final int IN_ALL = 256;
    static final int PER_USER = 64;

    private final Map<String, Integer> waiting = new HashMap<>();
    private int inAll;

    /** @return whether the user's request may wait; then {@link #leave} must follow */
    synchronized boolean take(String user) {
        int own = waiting.getOrDefault(user, 0);
        if (inAll >= IN_ALL || own >= PER_USER) {
            return false;
        }
        waiting.put(user, own + 1);
        inAll++;
        return true;
    }

    synchronized void leave(String user) {
        waiting.computeIfPresent(user, (same, own) -> own == 1 ? null : own - 1);
        inAll--;
    }

    synchronized int count() {
        return inAll;
    }
}
