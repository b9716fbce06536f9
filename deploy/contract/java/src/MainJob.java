import generated.ApiClient;
import generated.ApiException;
import generated.api.ConfigurationApi;
import generated.api.DeploymentsApi;
import generated.api.SignInApi;
import generated.api.TenantsApi;
import generated.model.ConfigChange;
import generated.model.ConfigValue;
import generated.model.DeployRequest;
import generated.model.DeploymentAccepted;
import generated.model.DeploymentView;
import generated.model.Login;
import generated.model.NewTenant;
import generated.model.RollbackRequest;
import generated.model.SourceView;
import generated.model.TenantView;
import java.util.Map;
import java.util.Set;

/** The main job of a pipeline over a client that was generated from the contract. */
public final class MainJob {
    private static final String SLUG = "by-java";
    /** In seconds: the answer then has the deployment at its end. */
    private static final String WAIT = "wait=120";

    private MainJob() {}

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("BASE_URL"));
        String token = new SignInApi(client)
                .login(new Login().username("admin").password(System.getenv("ADMIN_PASSWORD")))
                .getAccessToken();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

        TenantsApi tenants = new TenantsApi(client);
        NewTenant wanted = new NewTenant()
                .name("Made by Java")
                .slug(SLUG)
                .domain(SLUG + ".example.org")
                .source(new SourceView()
                        .kind(SourceView.KindEnum.DIRECTORY)
                        .location(System.getenv("SOURCE")))
                .config(new ConfigChange().adminEmail("ops@example.org"));
        TenantView made = tenants.createTenant(wanted, SLUG + "-create");
        expect(made.getStatus() == TenantView.StatusEnum.DRAFT, "a new tenant is a draft");
        expect(
                tenants.createTenant(wanted, SLUG + "-create").getId().equals(made.getId()),
                "asked for twice with one key, it is made once");

        ConfigurationApi configuration = new ConfigurationApi(client);
        expect(
                configuration
                        .putConfig(SLUG, titled("By Java"), null, null)
                        .getEnv()
                        .get("CAMPAIGN_TITLE")
                        .getValue()
                        .equals("By Java"),
                "the configuration is what was sent");

        DeploymentsApi deployments = new DeploymentsApi(client);
        var accepted = deployments.deploy(SLUG, new DeployRequest().reason("by Java"), null, null);
        succeeds(deployments, accepted);

        TenantView tenant = tenants.getTenant(SLUG, null);
        expect(tenant.getStatus() == TenantView.StatusEnum.ACTIVE, "the tenant is active");
        expect(
                tenant.getLatestDeployment().getId().equals(accepted.getDeploymentId()),
                "its latest deployment is this one");
        try {
            tenants.getTenant("there-is-none", null);
            expect(false, "an unknown tenant is refused");
        } catch (ApiException e) {
            expect(e.getCode() == 404 && e.getResponseBody().contains("tenant.unknown"), "a refusal has its code");
        }

        configuration.putConfig(SLUG, titled("Not that"), null, null);
        var again = deployments.deploy(SLUG, new DeployRequest().reason("again"), null, WAIT);
        expect(
                again.getStatus() == DeploymentAccepted.StatusEnum.SUCCEEDED,
                "a client that waits gets the end of the deployment");
        succeeds(deployments, again);
        RollbackRequest before = new RollbackRequest().deploymentId(accepted.getDeploymentId().toString());
        succeeds(deployments, deployments.rollback(SLUG, before, null, WAIT));
        succeeds(deployments, tenants.deleteTenant(SLUG, "true", "true", null, null, WAIT));
        try {
            tenants.getTenant(SLUG, null);
            expect(false, "a tenant that was deleted is gone");
        } catch (ApiException e) {
            expect(e.getCode() == 404, "a tenant that was deleted is gone");
        }
    }

    private static ConfigChange titled(String title) {
        return new ConfigChange()
                .adminEmail("ops@example.org")
                .env(Map.of("CAMPAIGN_TITLE", new ConfigValue().value(title).secret(false)));
    }

    private static void succeeds(DeploymentsApi deployments, DeploymentAccepted accepted) throws Exception {
        DeploymentView deployment = ended(deployments, accepted.getDeploymentId());
        expect(
                deployment.getStatus() == DeploymentView.StatusEnum.SUCCEEDED,
                "the " + deployment.getKind() + " succeeds: " + deployment.getFailure());
    }

    private static DeploymentView ended(DeploymentsApi deployments, java.util.UUID id) throws Exception {
        while (true) {
            DeploymentView deployment = deployments.getDeployment(id.toString());
            if (!Set.of("queued", "running").contains(deployment.getStatus().getValue())) {
                return deployment;
            }
            Thread.sleep(500);
        }
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
