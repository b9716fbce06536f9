package ai.nominate.tenantmgr.certificate.acme;

import java.util.Optional;

/** Where the order under way is kept. Every write checks the right to act first. Blocks. */
public interface OrderMemory {
    Optional<AcmeOrder> present();

    void remember(AcmeOrder order);

    void forget();
}
