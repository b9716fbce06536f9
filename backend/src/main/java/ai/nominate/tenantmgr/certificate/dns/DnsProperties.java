package ai.nominate.tenantmgr.certificate.dns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How name servers are asked. */
@ConfigMapping(prefix = "tenantmgr.dns")
public interface DnsProperties {
    /** Address and port of the resolver to ask, such as 192.0.2.53:53; by default the first one of /etc/resolv.conf. */
    Optional<String> resolver();

    /** The longest to wait for one name server. */
    @WithDefault("3S")
    Duration limit();
}
