package ai.nominate.tenantmgr.certificate.dns;

import ai.nominate.tenantmgr.kernel.DomainName;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Checks whether names lead to this server, before an authority is asked to find out. Blocks for seconds. */
@Singleton
public class NameCheck {
    private final NameServers servers;

    @Inject
    NameCheck(Vertx vertx, DnsProperties properties) {
        this(new NameServers(
                vertx, properties.resolver().map(Resolver::of).orElseGet(Resolver::ofSystem), properties.limit()));
    }

    NameCheck(NameServers servers) {
        this.servers = servers;
    }

    /** @param own the addresses of this server; see {@link OwnAddresses} */
    public List<NameFinding> check(List<DomainName> names, Collection<String> own) {
        return names.stream()
                .map(name -> NameFinding.of(name, servers.ask(name), own))
                .toList();
    }
}
