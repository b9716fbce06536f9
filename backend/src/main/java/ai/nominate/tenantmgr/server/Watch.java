package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Work that a {@link ServerDuty} does again and again, in a thread of its own, while the lease is held. A failure ends no watch. */
public final class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final String name;
    private final Duration pause;
    private final Consumer<Permit> work;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /**
     * @param name for the thread and the log, such as {@code certificate-watch}
     * @param pause before each look, the first one too
     * @param work may block; {@link RunInterrupted} and {@link PermitLost} end the watch
     */
    public Watch(String name, Duration pause, Consumer<Permit> work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    public void begin(Permit permit) {
        begin(permit, first -> {});
    }

    /** @param first done once, before the first pause */
    public void begin(Permit permit, Consumer<Permit> first) {
        thread = Thread.ofVirtual().name(name).start(() -> watch(permit, first));
    }

    /** Interrupts what is under way. */
    public void end() {
        thread.interrupt();
    }

    private void watch(Permit permit, Consumer<Permit> first) {
        try {
            attempt(first, permit);
            while (true) {
                Thread.sleep(pause);
                attempt(work, permit);
            }
        } catch (InterruptedException | RunInterrupted | PermitLost e) {
            LOG.debugf("The %s has ended: %s", name, e.getMessage());
        }
    }

    private void attempt(Consumer<Permit> some, Permit permit) {
        try {
            some.accept(permit);
        } catch (RunInterrupted | PermitLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "A turn of the %s failed", name);
        }
    }
}
