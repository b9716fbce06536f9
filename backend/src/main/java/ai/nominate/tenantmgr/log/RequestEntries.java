package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.web.AnsweredRequest;
import ai.nominate.tenantmgr.web.RequestObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts each answered request of the API into the queue; not those of health checks and of other managers. */
@Singleton
class RequestEntries implements RequestObserver {
    private static final Pattern API = Pattern.compile("/(?:api|ws)/.*");
    private static final Pattern TENANT = Pattern.compile("/api/tenants/([0-9A-Za-z-]{3,36})(?:/.*)?");
    private static final Pattern RUN = Pattern.compile(
            "/(?:api|ws)/(?:deployments|runs)/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/.*)?");

    private final EntryQueue queue;
    private final Clock clock;

    RequestEntries(EntryQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void answered(AnsweredRequest request) {
        if (!API.matcher(request.path()).matches()) {
            return;
        }
        String run = first(RUN, request.path());
        queue.offer(new NewEntry(
                clock.instant(),
                LogLevel.ofStatus(request.status()),
                LogSource.REQUEST,
                null,
                first(TENANT, request.path()),
                run == null ? null : UUID.fromString(run),
                request.requestId(),
                request,
                request.method() + " " + request.path() + " " + request.status() + " " + request.durationMs() + " ms"));
    }

    private static String first(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
