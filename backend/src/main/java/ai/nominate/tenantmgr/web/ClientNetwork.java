package ai.nominate.tenantmgr.web;

import io.vertx.core.http.HttpServerRequest;

/** The unit by which requests without a sign-in are limited. */
public interface ClientNetwork {
    /** The client's IPv4 address or IPv6 network, as this installation's NGINX sees it. */
    String of(HttpServerRequest request);
}
