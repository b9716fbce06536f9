package ai.nominate.tenantmgr.nginx.api;

import ai.nominate.tenantmgr.nginx.NginxSites;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The configuration that NGINX serves, as the manager of its server reads it. Without the secrets of probes. */
@ApplicationScoped
class NginxFiles implements OwnerAnswer<NginxFiles.Asked, NginxFiles.Read> {
    static final OwnerQuestion<Asked, Read> QUESTION =
            new OwnerQuestion<>("nginx.files", Asked.class, Read.class, OwnerQuestion.QUICKLY);

    private final NginxSites sites;

    NginxFiles(NginxSites sites) {
        this.sites = sites;
    }

    record Asked() {}

    /**
     * @param generation null before the first one
     * @param texts by file name
     */
    record Read(Long generation, Map<String, String> texts) {}

    @Override
    public OwnerQuestion<Asked, Read> question() {
        return QUESTION;
    }

    @Override
    public Read answer(Asked asked) {
        var generation = sites.generation();
        return new Read(generation.isPresent() ? generation.getAsLong() : null, sites.files());
    }
}
