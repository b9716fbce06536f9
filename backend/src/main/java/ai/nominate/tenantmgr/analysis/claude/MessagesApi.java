package ai.nominate.tenantmgr.analysis.claude;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jboss.resteasy.reactive.RestResponse;

/** The provider's endpoint. The body of the answer is a stream, because its size is not known before it was read. */
@Path("/v1/messages")
public interface MessagesApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ClientHeaderParam(name = "anthropic-version", value = "2023-06-01")
    RestResponse<InputStream> send(@HeaderParam("x-api-key") String key, MessageRequest request);
}
