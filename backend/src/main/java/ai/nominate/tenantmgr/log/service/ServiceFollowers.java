package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.log.service.ServiceCursor.Place;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Asked;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Read;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Follows what services print. All followers at the same place share one question to the owner, which waits there for a line: a
 * hundred watchers of a quiet service cost one waiting thread. A follower has at most one page in memory, and asks for the next one
 * when it has sent it.
 */
@ApplicationScoped
class ServiceFollowers {
    private static final int PAGE = 200;
    private static final int PATIENCE_MS = 2000;

    private final ServiceOutput output;
    private final Map<String, Uni<Read>> waiting = new ConcurrentHashMap<>();
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("service-log-", 1).factory());

    ServiceFollowers(ServiceOutput output) {
        this.output = output;
    }

    /** @param cursor where a stream resumes that has this line as its last one */
    record Followed(ServiceLine line, String cursor) {}

    /**
     * Lists of lines, some of them empty, until the owner does not answer. Call it on the follower's own Vert.x context.
     *
     * @param cursor where to begin
     */
    Multi<List<Followed>> follow(TenantSnapshot tenant, ServiceLogRequest request, String cursor) {
        Context context = Vertx.currentContext();
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new String[] {cursor},
                        at -> next(tenant, request.asked(tenant, at[0], PAGE).waiting(PATIENCE_MS))
                                .emitOn(work -> context.runOnContext(go -> work.run()))
                                .invoke(read -> at[0] = read.cursor()))
                .indefinitely()
                .map(ServiceFollowers::followed)
                .onFailure()
                .recoverWithCompletion();
    }

    private Uni<Read> next(TenantSnapshot tenant, Asked asked) {
        String key = tenant.server() + " " + asked;
        return waiting.computeIfAbsent(
                key,
                same -> Uni.createFrom()
                        .item(() -> output.of(tenant, asked))
                        .runSubscriptionOn(threads)
                        .onTermination()
                        .invoke(() -> waiting.remove(key))
                        .memoize()
                        .indefinitely());
    }

    static List<Followed> followed(Read read) {
        List<Followed> lines = new ArrayList<>();
        ServiceCursor at = ServiceCursor.of(read.before());
        for (int i = 0; i < read.items().size(); i++) {
            ServiceLine line = read.items().get(i);
            ServiceName name = ServiceName.of(line.service());
            Place place = at.place(name);
            at = at.with(name, new Place(place.cursor(), place.known() + 1));
            boolean isLast = i == read.items().size() - 1;
            lines.add(
                    new Followed(line, isLast || read.before().equals(read.cursor()) ? read.cursor() : at.toString()));
        }
        return lines;
    }
}
