package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.Secret;
import jakarta.ws.rs.HeaderParam;
import java.net.URI;
import java.util.Optional;

/** The headers of a request, as a visitor's request is proxied: an application may refuse another host, or redirect plain HTTP. */
public class ApplicationHeaders {
    private static final String LOOPBACK = "127.0.0.1";

    private final URI publicUrl;
    private final Secret token;

    ApplicationHeaders(URI publicUrl, Optional<Secret> token) {
        this.publicUrl = publicUrl;
        this.token = token.orElse(null);
    }

    @HeaderParam("Authorization")
    public String getAuthorization() {
        return token == null ? null : "Bearer " + token.reveal();
    }

    @HeaderParam("Accept")
    public String getAccept() {
        return "application/json, */*;q=0.5";
    }

    @HeaderParam("Host")
    public String getHost() {
        return publicUrl.getAuthority();
    }

    @HeaderParam("X-Forwarded-Host")
    public String getForwardedHost() {
        return publicUrl.getAuthority();
    }

    @HeaderParam("X-Forwarded-Proto")
    public String getForwardedProto() {
        return publicUrl.getScheme();
    }

    @HeaderParam("X-Forwarded-Port")
    public String getForwardedPort() {
        boolean isSecure = "https".equals(publicUrl.getScheme());
        return Integer.toString(publicUrl.getPort() > 0 ? publicUrl.getPort() : isSecure ? 443 : 80);
    }

    @HeaderParam("X-Forwarded-For")
    public String getForwardedFor() {
        return LOOPBACK;
    }
}
