package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks for trouble on this server and sends what is due, while this manager holds the lease. */
@ApplicationScoped
class AlertDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(AlertDuty.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AlertLook look;
    private final MessageSender sender;
    private ScheduledExecutorService timer;

    AlertDuty(AlertLook look, MessageSender sender) {
        this.look = look;
        this.sender = sender;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public synchronized void begin(Permit permit) {
        timer = Executors.newScheduledThreadPool(
                2, Thread.ofVirtual().name("alerts-", 1).factory());
        again(() -> look.look(permit), "Trouble could not be looked for");
        again(() -> sender.send(permit), "Messages could not be sent");
    }

    @Override
    public synchronized void end() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    /** Apart from each other: a receiver that hangs must not keep anything from being noticed. Says once that it fails. */
    private void again(Runnable work, String failed) {
        AtomicBoolean isFailing = new AtomicBoolean();
        Runnable turn = () -> {
            try {
                work.run();
                isFailing.set(false);
            } catch (PermitLost e) {
                LOG.debugf("%s: %s", failed, e.getMessage());
            } catch (RuntimeException e) {
                if (!isFailing.getAndSet(true)) {
                    LOG.warnf("%s: %s", failed, e.getMessage());
                }
            }
        };
        timer.scheduleWithFixedDelay(turn, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
