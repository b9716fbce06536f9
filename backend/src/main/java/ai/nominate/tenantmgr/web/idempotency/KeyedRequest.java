package ai.nominate.tenantmgr.web.idempotency;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.Digest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A change with an Idempotency-Key. The key is scoped to caller, method and path, so callers never get each other's
 * answers.
 *
 * @param id identifies the request
 * @param fingerprint must be equal on repetition: query and body, byte for byte
 */
public record KeyedRequest(String id, String fingerprint) {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,255}");

    /** @param account the id of the caller's account: a later account of the same name is another caller */
    static KeyedRequest of(List<String> keys, UUID account, Actor actor, ContainerRequestContext request, byte[] body) {
        if (keys.size() != 1 || !SHAPE.matcher(keys.getFirst()).matches()) {
            throw new ProblemException(RequestProblem.INVALID, "One header is invalid")
                    .withError(HEADER, "must be one text of 1 to 255 visible ASCII characters");
        }
        String caller = account + "\n" + actor.name() + "\n" + actor.role().id() + "\n"
                + actor.tenants().map(TreeSet::new).orElse(null);
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return new KeyedRequest(
                Digest.of(caller, request.getMethod(), path, keys.getFirst()), Digest.of(query, Digest.of(body)));
    }

    /** The location of its texts, for their encryption. */
    String associatedData(String column) {
        return "idempotent_request/" + id + "/" + column;
    }
}
