package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

enum WebhookProblem implements Problem {
    REFUSED("webhook.refused", 401, "The signature of the delivery is not valid");

    private final ProblemType type;

    WebhookProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
