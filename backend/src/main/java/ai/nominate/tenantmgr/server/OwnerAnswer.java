package ai.nominate.tenantmgr.server;

/** How a feature answers one question on the server whose lease this manager holds. */
public interface OwnerAnswer<Q, A> {
    OwnerQuestion<Q, A> question();

    /**
     * Called on a virtual thread, and only while the lease is held. Blocks.
     *
     * @throws ai.nominate.tenantmgr.kernel.ProblemException which reaches the one who asks
     */
    A answer(Q asked);
}
