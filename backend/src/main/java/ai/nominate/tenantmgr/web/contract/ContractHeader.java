package ai.nominate.tenantmgr.web.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** What is said before the first operation: where it is, and what its chapters are about. */
final class ContractHeader {
    private static final Map<String, String> CHAPTERS = Map.ofEntries(
            Map.entry("Sign-in", "Sessions of people and programs"),
            Map.entry("Users", "Who may sign in, and what they may do"),
            Map.entry("API tokens", "What a pipeline signs in with"),
            Map.entry("Tenants", "The tenants there are"),
            Map.entry("Configuration", "What a tenant is configured with"),
            Map.entry("Deployments", "Bringing a release live, and following it"),
            Map.entry("Services", "The running services of a tenant"),
            Map.entry("Ports", "The blocks of ports, and who has them"),
            Map.entry("Settings", "What holds for the whole manager"),
            Map.entry("Audit", "Who changed what"),
            Map.entry("Maintenance", "Proving that all is as the rows say, and replacing the key for secrets"));

    private ContractHeader() {}

    static void complete(OpenAPI api) {
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("Where this contract comes from"),
                OASFactory.createServer()
                        .url("http://127.0.0.1:32200")
                        .description("A manager on this machine, as make run starts it")));
        if (api.getTags() != null) {
            api.getTags().forEach(ContractHeader::describe);
        }
    }

    private static void describe(Tag tag) {
        if (tag.getDescription() == null) {
            tag.setDescription(CHAPTERS.get(tag.getName()));
        }
    }
}
