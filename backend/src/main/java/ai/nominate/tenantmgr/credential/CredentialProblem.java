package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

enum CredentialProblem implements Problem {
    UNKNOWN("credential.unknown", 404, "Credential not found"),
    NAME_TAKEN("credential.name-taken", 409, "Another credential has this name"),
    IN_USE("credential.in-use", 409, "The credential is in use");

    private final ProblemType type;

    CredentialProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
