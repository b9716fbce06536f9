package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;



/** A required request body. An empty body is parsed as null, which must not be taken for "use the defaults". */
public final class Body {
    private Body() {}

    /** @throws ProblemException if the body is missing */
    public static <T> T required(T body) {
        if (body == null) {
            throw new ProblemException(RequestProblem.MALFORMED, "The request body is missing");
        }
        return body;
    }
}
