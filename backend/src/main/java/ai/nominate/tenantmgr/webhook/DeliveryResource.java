package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.ClientNetwork;
import ai.nominate.tenantmgr.webhook.forge.Delivery;
import ai.nominate.tenantmgr.webhook.forge.Forge;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/webhooks/{forge}/{tenant}")
@Tag(name = "Webhooks", description = "Deploy a tenant when its source is pushed to")
class DeliveryResource {
    private final DeliveryCheck check;
    private final Deliveries deliveries;
    private final ClientNetwork networks;

    DeliveryResource(DeliveryCheck check, Deliveries deliveries, ClientNetwork networks) {
        this.check = check;
        this.deliveries = deliveries;
        this.networks = networks;
    }

    @POST
    @PermitAll
    @Consumes(DeliveryGate.BYTES)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deliver",
            summary = "Take a delivery of a forge",
            description =
                    "For GitHub, GitLab and Gitea, which prove by the secret of the tenant's webhook that they sent it. "
                            + "A push to the branch of the tenant's source is deployed, everything else answered and ignored. "
                            + "The answer to an unknown tenant, to one without a webhook and to a wrong signature is the same.")
    @RequestBody(
            required = true,
            description = "As the forge sends it, at most 1 MiB",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaType.APPLICATION_FORM_URLENCODED, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "202",
            description = "A push that is deployed, or will be when the tenant's run ends",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Nothing to deploy; the reason says why",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryAnswer.class)))
    @APIResponse(responseCode = "401", description = "webhook.refused: The signature of the delivery is not valid")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public Uni<RestResponse<DeliveryAnswer>> deliver(
            @Parameter(description = "github, gitlab or gitea") @RestPath String forge,
            @Parameter(description = "Tenant id or slug") @RestPath String tenant,
            @Context RoutingContext context,
            byte[] body) {
        Delivery delivery = new Delivery(
                forge(forge),
                name -> context.request().getHeader(name),
                DeliveryGate.isForm(context),
                body == null ? new byte[0] : body);
        String network = networks.of(context.request());
        return check.tenantOf(tenant, delivery, network)
                .flatMap(known -> deliveries.take(known, delivery, network))
                .map(answer -> RestResponse.ResponseBuilder.<DeliveryAnswer>create(answer.status())
                        .entity(answer)
                        .build());
    }

    private static Forge forge(String id) {
        try {
            return Forge.of(id);
        } catch (InvalidValue e) {
            throw new ProblemException(RequestProblem.NOT_FOUND, "The forge " + e.getMessage());
        }
    }
}
