package ai.nominate.tenantmgr.remote;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

/** An application's operator API. Addresses and methods are those of its manifest; an answer is a stream, since it may have any size. */
@Path("")
public interface ApplicationApi {
    @GET
    RestResponse<InputStream> get(@Url String address, @BeanParam ApplicationHeaders headers);

    @POST
    RestResponse<InputStream> post(@Url String address, @BeanParam ApplicationHeaders headers);

    @PUT
    RestResponse<InputStream> put(@Url String address, @BeanParam ApplicationHeaders headers);

    @PATCH
    RestResponse<InputStream> patch(@Url String address, @BeanParam ApplicationHeaders headers);

    @DELETE
    RestResponse<InputStream> delete(@Url String address, @BeanParam ApplicationHeaders headers);
}
