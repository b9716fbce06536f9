package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Recognises that another deployment of the tenant was first. The database decides who was: by the index that allows one
 * active deployment per tenant, or, for whoever waited for the tenant's row, by the state in which that was found.
 */
final class Duplicate {
    private Duplicate() {}

    static boolean mayBe(Throwable e) {
        return e instanceof ConstraintViolationException refusal
                        && "deployment_one_active".equals(refusal.getConstraintName())
                || e instanceof ProblemException problem && problem.problem() == TenantProblem.WRONG_STATE;
    }
}
