package ai.nominate.tenantmgr.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** What is said before the first operation: where it is, and what its chapters are about. */
final class ContractFrame {
    private static final Map<String, String> CHAPTERS = Map.of(
            "Sign-in", "Sessions of people and programs",
            "Tenants", "The tenants there are",
            "Configuration", "What a tenant is configured with",
            "Deployments", "Bringing a release live, and following it",
            "Services", "The running services of a tenant",
            "Settings", "What holds for the whole manager",
            "Audit", "Who changed what");

    private ContractFrame() {}

    static void complete(OpenAPI api) {
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("Where this contract comes from"),
                OASFactory.createServer()
                        .url("http://127.0.0.1:32200")
                        .description("A manager on this machine, as make run starts it")));
        if (api.getTags() != null) {
            api.getTags().forEach(ContractFrame::describe);
        }
    }

    private static void describe(Tag tag) {
        if (tag.getDescription() == null) {
            tag.setDescription(CHAPTERS.get(tag.getName()));
        }
    }
}
