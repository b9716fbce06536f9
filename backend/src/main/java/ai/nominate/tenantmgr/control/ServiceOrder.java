package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.kernel.Actor;



/** An order to start or stop a tenant's services, on its way to the manager of its server. */
record ServiceOrder(Verb verb, String tenant, Actor actor) {
    enum Verb {
        START,
        STOP,
        RESTART
    }
}
