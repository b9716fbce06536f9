package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Acquires the lease of this manager's server, renews it, and starts and stops the duties of its holder. A manager without the
 * lease serves the API and keeps trying.
 */
final class LeaseKeeper {
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration NOTICE_LOSS = Duration.ofMillis(200);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    private final ServerName server;
    private final ServerLease lease;
    private final Duties duties;
    private final Duration heartbeat;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ScheduledExecutorService pulse;
    private final Thread worker;
    private volatile LeaseTerm term;
    private String said = "";

    LeaseKeeper(ServerName server, ServerLease lease, Duties duties) {
        this(server, lease, duties, HEARTBEAT);
    }

    LeaseKeeper(ServerName server, ServerLease lease, Duties duties, Duration heartbeat) {
        this.server = server;
        this.lease = lease;
        this.duties = duties;
        this.heartbeat = heartbeat;
        this.pulse = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("server-heartbeat").factory());
        this.worker = Thread.ofPlatform().daemon().name("server-lease").unstarted(this::work);
    }

    /**
     * Acquires the lease immediately if it is free, and returns after every duty has started; otherwise keeps trying in the
     * background.
     */
    void start() {
        pulse.scheduleWithFixedDelay(this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        try {
            acquire();
        } catch (RuntimeException e) {
            pulse.shutdownNow();
            throw e;
        }
        worker.start();
    }

    /** Stops the duties and releases the lease. The next holder resumes running work. */
    void stop() {
        stopping.countDown();
        try {
            worker.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pulse.shutdownNow();
    }

    private void work() {
        while (!isStopping()) {
            try {
                if (term == null) {
                    acquire();
                }
                if (term == null) {
                    pause(LOOK);
                } else if (term.isOver()) {
                    LOG.warnf("Server %s: another manager took the lease; this one stops all changes", server);
                    layDown();
                } else {
                    pause(NOTICE_LOSS);
                }
            } catch (LeaseUnknown e) {
                LOG.warnf("Server %s: %s", server, e.getMessage());
                pause(AFTER_FAILURE);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Server %s: the lease could not be used", server);
                pause(AFTER_FAILURE);
            }
        }
        layDown();
    }

    /** @throws RuntimeException if a duty could not be started; the lease is then released */
    private void acquire() {
        Optional<LeaseTerm> acquired = lease.tryAcquire();
        if (acquired.isEmpty()) {
            sayWhoHasIt();
            return;
        }
        LeaseTerm got = acquired.get();
        term = got;
        said = "";
        LOG.infof("Server %s: lease acquired, epoch %d", server, got.epoch());
        try {
            duties.begin(got);
        } catch (PermitLost e) {
            LOG.warnf("Server %s: the lease was lost while the duties started", server);
            release(got);
        } catch (RuntimeException e) {
            release(got);
            throw e;
        }
    }

    private void layDown() {
        LeaseTerm held = term;
        if (held != null) {
            duties.end();
            release(held);
        }
    }

    private void release(LeaseTerm held) {
        try {
            lease.release(held);
        } catch (LeaseUnknown e) {
            LOG.warnf("Server %s: the lease could not be released and will expire: %s", server, e.getMessage());
        } finally {
            term = null;
        }
    }

    private void beat() {
        LeaseTerm held = term;
        if (held == null || held.isOver()) {
            return;
        }
        try {
            lease.renew(held);
        } catch (RuntimeException e) {
            LOG.warnf("Server %s: heartbeat failed: %s", server, e.getMessage());
        }
    }

    private void sayWhoHasIt() {
        LeaseState state = lease.look();
        String sentence = state.isValid()
                ? "Server " + server + " is held by manager " + state.owner() + " at address " + state.address()
                        + "; waiting"
                : "Server " + server + " is free, but the home is in use by another manager; waiting";
        if (!sentence.equals(said)) {
            said = sentence;
            LOG.info(sentence);
        }
    }

    /** Returns early if the manager stops. */
    private void pause(Duration length) {
        try {
            stopping.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
