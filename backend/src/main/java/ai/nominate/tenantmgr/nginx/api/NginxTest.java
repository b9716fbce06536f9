package ai.nominate.tenantmgr.nginx.api;

import ai.nominate.tenantmgr.nginx.NginxSites;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The manager of the server lets NGINX test what it serves. */
@ApplicationScoped
class NginxTest implements OwnerAnswer<NginxTest.Asked, NginxTestView> {
    static final OwnerQuestion<Asked, NginxTestView> QUESTION =
            new OwnerQuestion<>("nginx.test", Asked.class, NginxTestView.class, Duration.ofSeconds(40));

    private final NginxSites sites;

    NginxTest(NginxSites sites) {
        this.sites = sites;
    }

    record Asked() {}

    @Override
    public OwnerQuestion<Asked, NginxTestView> question() {
        return QUESTION;
    }

    @Override
    public NginxTestView answer(Asked asked) {
        return NginxTestView.of(sites.generation(), sites.test());
    }
}
