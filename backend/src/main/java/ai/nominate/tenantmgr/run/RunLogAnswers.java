package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.run.feed.LogPage;
import ai.nominate.tenantmgr.run.feed.RunLogReader;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.StreamEnded;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * The log of a run for REST, the same at the address of each kind. Each method takes how the run is found for an actor, with a
 * problem if there is none.
 */
@ApplicationScoped
public class RunLogAnswers {
    /** In {@code @Produces}, for the formats other than JSON: a client that accepts anything gets JSON. */
    public static final String LESS_THAN_JSON = ";qs=0.5";

    private final RunLogReader log;
    private final Caller caller;

    RunLogAnswers(RunLogReader log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    /** A page as JSON. */
    public Uni<LogPage> page(Function<Actor, Uni<RunSnapshot>> run, String afterSeq, String limit) {
        long after = RunLogReader.after(afterSeq, null);
        Integer most = RunLogReader.limit(limit);
        return find(run).flatMap(found -> log.page(found.id(), after, most));
    }

    /** The whole log as text, sent as fast as the client reads. */
    public Multi<String> text(Function<Actor, Uni<RunSnapshot>> run) {
        return RestMulti.fromUniResponse(find(run), found -> log.text(found.id()));
    }

    /** The live stream. Blocks: headers are sent before the first event, so an unknown run must be refused first. */
    public Multi<OutboundSseEvent> follow(
            Function<Actor, Uni<RunSnapshot>> run, String afterSeq, String lastEventId, Sse sse) {
        long after = RunLogReader.after(afterSeq, lastEventId);
        Actor actor = caller.actor();
        RunSnapshot found = Reactive.await(() -> Panache.withSession(() -> run.apply(actor)));
        return caller.untilEnd(log.follow(found.id(), after))
                .map(event -> log.event(event, sse))
                .onFailure(StreamEnded.class)
                .recoverWithItem(e -> ((StreamEnded) e).end().jsonEvent(sse));
    }

    /** The caller is asked for at once: later the request may be over. */
    private Uni<RunSnapshot> find(Function<Actor, Uni<RunSnapshot>> run) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> run.apply(actor));
    }
}
