package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** What services print, as an event stream. */
@Singleton
class ServiceLogStream {
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final ServiceOutput output;
    private final ServiceFollowers followers;

    ServiceLogStream(ServiceOutput output, ServiceFollowers followers) {
        this.output = output;
        this.followers = followers;
    }

    /** The owner is asked before the first event, so that one that is away is an answer and not the end of a stream. Blocks. */
    Multi<OutboundSseEvent> follow(TenantSnapshot tenant, ServiceLogRequest request, Sse sse) {
        String end = output.of(tenant, request.asked(tenant, null, 1)).cursor();
        String begin = request.cursor() == null ? end : request.cursor();
        Multi<OutboundSseEvent> lines = followers
                .follow(tenant, request, begin)
                .onItem()
                .transformToMultiAndConcatenate(some -> Multi.createFrom().iterable(some))
                .map(one -> sse.newEventBuilder()
                        .id(one.cursor())
                        .name("line")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(one.line())
                        .build());
        return Multi.createBy().merging().withRequests(1).streams(lines, quiet(sse));
    }

    private static Multi<OutboundSseEvent> quiet(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .every(QUIET)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
    }
}
