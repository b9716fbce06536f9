package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.web.SqlFailure;

/** Recognises the refusal of the index that allows one active deployment per tenant: the database decides who was first. */
final class Duplicate {
    private Duplicate() {}

    static boolean isOne(Throwable e) {
        return SqlFailure.violates(e, "deployment_one_active");
    }
}
