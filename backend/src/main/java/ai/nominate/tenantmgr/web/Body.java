package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;

/** A request's body that must be there. An empty one arrives as null, and null must never be taken for "as it is by default". */
public final class Body {
    private Body() {}

    /** @throws ProblemException when there is none */
    public static <T> T required(T body) {
        if (body == null) {
            throw new ProblemException(RequestProblem.MALFORMED, "The body is empty");
        }
        return body;
    }
}
