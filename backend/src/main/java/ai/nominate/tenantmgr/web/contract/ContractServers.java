package ai.nominate.tenantmgr.web.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The addresses at which the API is served. Tags describe themselves, each on a resource that has it. */
final class ContractServers {
    private ContractServers() {}

    static void complete(OpenAPI api) {
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("Where this contract comes from"),
                OASFactory.createServer()
                        .url("http://127.0.0.1:32200")
                        .description("A manager on this machine, as make run starts it")));
    }
}
