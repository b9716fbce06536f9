package ai.nominate.tenantmgr.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.UUID;

/** Which server this manager is for, and where other managers reach it. */
@ConfigMapping(prefix = "tenantmgr")
public interface ServerProperties {
    /** The name of the server's row; a new name makes a new one. */
    @WithDefault("local")
    String server();

    /** Where other managers reach this one, a URL without a path; the API's port on loopback when it is not given. */
    Optional<String> internalAddress();

    /** Which home this manager works on, as {@code Main} found it. */
    UUID installation();
}
