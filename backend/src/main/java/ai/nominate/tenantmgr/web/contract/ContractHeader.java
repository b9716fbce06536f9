package ai.nominate.tenantmgr.web.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The head of the OpenAPI document: servers, and a description of each tag. */
final class ContractHeader {
    private static final Map<String, String> CHAPTERS = Map.ofEntries(
            Map.entry("Sign-in", "Sign-in and sessions"),
            Map.entry("Users", "User accounts and roles"),
            Map.entry("API tokens", "Credentials for programs, such as CI pipelines"),
            Map.entry("Tenants", "Manage tenants"),
            Map.entry("Configuration", "Configuration of a tenant"),
            Map.entry("Deployments", "Deploy releases and follow their progress"),
            Map.entry("Runs", "Long-running work of every kind: progress, log, cancellation"),
            Map.entry("Services", "Running services of a tenant"),
            Map.entry("Ports", "Port blocks and their owners"),
            Map.entry("Settings", "Settings of the manager"),
            Map.entry("Audit", "Audit log of changes"),
            Map.entry("Maintenance", "Consistency check and rotation of the secrets key"));

    private ContractHeader() {}

    static void complete(OpenAPI api) {
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("This manager"),
                OASFactory.createServer()
                        .url("http://127.0.0.1:32200")
                        .description("A local manager, as started by make run")));
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
