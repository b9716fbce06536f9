package ai.nominate.tenantmgr.nginx.api;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.Servers;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.contract.OpenApiContract;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** For callers with access to all tenants: the maps name every tenant of the server. */
@Path("/api/nginx")
@Tag(name = "NGINX", description = "The configuration of NGINX")
class NginxResource {
    private static final String UNKNOWN_SERVER = "404 server.unknown: There is no server with this name";
    private static final String SERVER = "The name of a server; the manager's own when absent";

    private final OwnerClient owner;
    private final OwnServer own;
    private final Servers servers;
    private final Audit audit;
    private final Caller caller;

    NginxResource(OwnerClient owner, OwnServer own, Servers servers, Audit audit, Caller caller) {
        this.owner = owner;
        this.own = own;
        this.servers = servers;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Path("/configs")
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "listNginxConfigs",
            summary = "List the configuration files that NGINX serves",
            extensions = @Extension(name = OpenApiContract.REFUSAL, value = UNKNOWN_SERVER, parseValue = false))
    public NginxFilesView list(@Parameter(description = SERVER) @RestQuery String server) {
        return NginxFilesView.of(read(server));
    }

    @GET
    @Path("/configs/{name}")
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "getNginxConfig",
            summary = "Get a configuration file with its text",
            extensions =
                    @Extension(
                            name = OpenApiContract.REFUSAL,
                            value = "404 nginx.unknown-file: NGINX has no configuration file of this name",
                            parseValue = false))
    public NginxTextView get(
            @Parameter(description = "Name of the file", example = "hosts.map") @RestPath String name,
            @Parameter(description = SERVER) @RestQuery String server) {
        NginxFiles.Read read = read(server);
        String text = read.texts().get(name);
        if (text == null) {
            throw new ProblemException(
                    NginxProblem.UNKNOWN_FILE,
                    "There are " + String.join(", ", read.texts().keySet()));
        }
        return new NginxTextView(name, read.generation(), text);
    }

    @POST
    @Path("/test")
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "testNginx",
            summary = "Test what NGINX serves",
            description = "Changes nothing. A configuration with an error is answered with its file and line.",
            extensions = @Extension(name = OpenApiContract.REFUSAL, value = UNKNOWN_SERVER, parseValue = false))
    public NginxTestView test(@Parameter(description = SERVER) @RestQuery String server) {
        actor();
        return owner.ask(number(server), NginxTest.QUESTION, new NginxTest.Asked());
    }

    @POST
    @Path("/reload")
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "reloadNginx",
            summary = "Test what NGINX serves, and make it read that anew",
            description =
                    "For changes outside of the manager, which reloads NGINX itself after its own. Visitors notice "
                            + "nothing. Answers when new worker processes have taken over.")
    @APIResponse(
            responseCode = "200",
            description = "Reloaded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NginxReloadView.class)))
    @APIResponse(responseCode = "422", description = "nginx.invalid: NGINX refuses its configuration")
    public NginxReloadView reload(@Parameter(description = SERVER) @RestQuery String server) {
        Actor actor = actor();
        short number = number(server);
        long generation =
                owner.ask(number, NginxReload.QUESTION, new NginxReload.Asked()).generation();
        Change change = Change.created("nginx.reload", servers.name(number), null, Map.of("generation", generation));
        Reactive.transaction(() -> audit.record(actor, change));
        return new NginxReloadView(generation);
    }

    private NginxFiles.Read read(String server) {
        actor();
        return owner.ask(number(server), NginxFiles.QUESTION, new NginxFiles.Asked());
    }

    private short number(String server) {
        return server == null ? own.id() : servers.number(server);
    }

    private Actor actor() {
        Actor actor = caller.actor();
        if (actor.tenants().isPresent()) {
            throw new ProblemException(
                    RequestProblem.FORBIDDEN, "A token limited to some tenants cannot see the configuration of NGINX");
        }
        return actor;
    }
}
