package ai.nominate.tenantmgr.web;

/** Hears of every answered request that is worth a line in the access log. A feature implements it as a bean. */
public interface RequestObserver {
    /** Called on an event loop: must not block, and must not throw. */
    void answered(AnsweredRequest request);
}
