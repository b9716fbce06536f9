package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.HomeLock;



/** The real lock on the home. */
final class HomeLockClaim implements HomeClaim {
    private final Home home;
    private HomeLock lock;

    HomeLockClaim(Home home) {
        this.home = home;
    }

    @Override
    public synchronized boolean take() {
        if (lock == null) {
            lock = HomeLock.tryTake(home).orElse(null);
        }
        return lock != null;
    }

    @Override
    public synchronized void giveUp() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
