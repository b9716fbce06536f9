package ai.nominate.tenantmgr.deployment;

import io.vertx.pgclient.PgException;

/** Recognises the refusal of the index that allows one active deployment per tenant: the database decides who was first. */
final class Duplicate {
    private Duplicate() {}

    static boolean isOne(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg && "deployment_one_active".equals(pg.getConstraint())) {
                return true;
            }
        }
        return false;
    }
}
