package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.IfMatch;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/settings")
@Tag(name = "Settings", description = "Settings of the manager")
class SettingResource {
    private static final String NAME = "Name of the setting, such as deployment.watchTime";
    private final Settings settings;
    private final SettingTests tests;
    private final Caller caller;

    SettingResource(Settings settings, SettingTests tests, Caller caller) {
        this.settings = settings;
        this.tests = tests;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listSettings", summary = "List all settings with value, default and bounds")
    public Uni<PageView<SettingView>> list() {
        return settings.all().map(all -> PageView.of(all, new PageRequest(0, 200), all.size()));
    }

    @GET
    @Path("/{key}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getSetting", summary = "Get a setting")
    public Uni<SettingView> get(@Parameter(description = NAME) @RestPath String key) {
        return settings.view(key);
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON) // without this, a record with one text field could be created from plain text
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "putSetting", summary = "Change a setting, or restore its default")
    public Uni<SettingView> put(
            @Parameter(description = NAME) @RestPath String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            SettingChange change) {
        return settings.change(key, Body.required(change), IfMatch.of(ifMatch), caller.actor());
    }

    @POST
    @Path("/{key}/test")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "testSetting",
            summary = "Test whether a setting works",
            description =
                    "Tries the stored value out where it is used: the key of the AI provider is sent to the provider with a "
                            + "request of a few tokens. A value that does not work is a result with the reason. At most 10 tests a minute.")
    @APIResponse(
            responseCode = "200",
            description = "The result of the test",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingTestView.class)))
    @APIResponse(responseCode = "409", description = "setting.no-test: This setting cannot be tested")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public SettingTestView test(@Parameter(description = NAME) @RestPath String key) {
        return tests.run(key, caller.actor());
    }
}
