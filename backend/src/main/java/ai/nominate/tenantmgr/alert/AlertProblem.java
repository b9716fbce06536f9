package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

enum AlertProblem implements Problem {
    UNKNOWN("alert.unknown", 404, "Alert not found"),
    OVER("alert.over", 409, "The alert is over"),
    CHANNEL_UNKNOWN("alert.channel-unknown", 404, "Channel not found"),
    RULE_UNKNOWN("alert.rule-unknown", 404, "Rule not found"),
    NAME_TAKEN("alert.name-taken", 409, "Another one has this name");

    private final ProblemType type;

    AlertProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
