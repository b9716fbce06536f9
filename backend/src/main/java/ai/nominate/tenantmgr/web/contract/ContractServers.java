package ai.nominate.tenantmgr.web.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The servers in the head of the OpenAPI document. */
final class ContractServers {
    private ContractServers() {}

    static void complete(OpenAPI api) {
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("This manager"),
                OASFactory.createServer()
                        .url("http://127.0.0.1:32200")
                        .description("A local manager, as started by make run")));
    }
}
