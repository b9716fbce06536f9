package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.Channels;
import ai.nominate.tenantmgr.alert.channel.SendResult;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Sends what is due, four at a time. A message is claimed, sent and noted: a manager that is killed between the last two is the only
 * case in which it is sent twice, with the same id.
 */
@ApplicationScoped
class MessageSender {
    private static final Logger LOG = Logger.getLogger(MessageSender.class);
    private static final int AT_ONCE = 4;

    private final Claims claims;
    private final Notices notices;
    private final Channels channels;
    private final AlertEvents events;
    private final Clock clock;

    MessageSender(Claims claims, Notices notices, Channels channels, AlertEvents events, Clock clock) {
        this.claims = claims;
        this.notices = notices;
        this.channels = channels;
        this.events = events;
        this.clock = clock;
    }

    /** Blocks until nothing is due. */
    void send(Permit permit) {
        List<Claims.Claim> due;
        do {
            due = permit.transaction(() -> claims.take(AT_ONCE, clock.instant()));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(claim -> threads.submit(() -> send(claim, permit)));
            }
        } while (due.size() == AT_ONCE);
    }

    private void send(Claims.Claim claim, Permit permit) {
        try {
            Notices.Outgoing outgoing = Reactive.await(() -> notices.of(claim.id()));
            permit.check();
            SendResult result = channels.send(outgoing.notice(), outgoing.address());
            Reactive.transaction(
                    () -> claims.note(claim, result, clock.instant()).chain(() -> events.delivered(claim.channel())));
        } catch (RuntimeException e) {
            LOG.warnf("The message %s was not sent: %s", claim.id(), e.getMessage());
        }
    }
}
