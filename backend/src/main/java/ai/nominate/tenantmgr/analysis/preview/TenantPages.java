package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.analysis.capture.SitePictures;
import ai.nominate.tenantmgr.analysis.capture.SiteRequest;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.nginx.NginxSettings;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the pictures on the tenant's server, where its site is reached through NGINX without a name server. Blocks. */
@ApplicationScoped
class TenantPages implements OwnerAnswer<TenantPages.Asked, TenantPages.Seen> {
    /** Ordinary pages take under three seconds on two cores; this ends a page that does not come to rest. */
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    private static final Duration WAIT = Duration.ofSeconds(10);
    static final OwnerQuestion<Asked, Seen> QUESTION = new OwnerQuestion<>(
            "theme.pictures", Asked.class, Seen.class, DEADLINE.plus(WAIT).plusSeconds(5));

    private final SitePictures pictures;
    private final TaskLimits limits;
    private final NginxSettings nginx;

    TenantPages(SitePictures pictures, TaskLimits limits, NginxSettings nginx) {
        this.pictures = pictures;
        this.limits = limits;
        this.nginx = nginx;
    }

    record Asked(String slug, String address, Set<String> hosts, String path, String css) {}

    record Seen(boolean worn, List<PagePictureView> pictures) {}

    @Override
    public OwnerQuestion<Asked, Seen> question() {
        return QUESTION;
    }

    @Override
    public Seen answer(Asked asked) {
        SiteRequest request = new SiteRequest(
                new TenantSlug(asked.slug()),
                URI.create(asked.address()),
                asked.hosts(),
                doors(),
                asked.path(),
                asked.css());
        RunScope scope = new RunScope(UUID.randomUUID(), 0, Permit.ALWAYS, LineSink.NONE);
        SitePictures.Taken taken = pictures.take(request, limits.of(Task.Purpose.CAPTURE, DEADLINE), scope, WAIT);
        return new Seen(
                taken.worn(), taken.pictures().stream().map(PagePictureView::of).toList());
    }

    private Map<Integer, InetSocketAddress> doors() {
        return Stream.of(nginx.address().http(), nginx.address().https())
                .map(PortNumber::value)
                .collect(Collectors.toMap(port -> port, port -> new InetSocketAddress(nginx.probeAddress(), port)));
    }
}
