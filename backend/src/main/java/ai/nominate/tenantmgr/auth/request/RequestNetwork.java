package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.web.ClientNetwork;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RequestNetwork implements ClientNetwork {
    private final ClientAddress addresses;

    RequestNetwork(ClientAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    public String of(HttpServerRequest request) {
        return ClientAddress.network(addresses.of(request));
    }
}
