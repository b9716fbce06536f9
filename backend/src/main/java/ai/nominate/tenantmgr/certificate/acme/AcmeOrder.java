package ai.nominate.tenantmgr.certificate.acme;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * An order under way. An ACME server cannot be asked for its orders, so this is kept until the certificate is stored: a manager that
 * goes on after a crash takes up the same order.
 *
 * @param directory of the server that has it
 */
public record AcmeOrder(URI directory, List<DomainName> names, URI url) {
    public AcmeOrder {
        names = List.copyOf(names);
    }

    /** Whether it is an order at this server for these names, in any sequence. */
    boolean isFor(URI server, List<DomainName> wanted) {
        return directory.equals(server) && Set.copyOf(names).equals(Set.copyOf(wanted));
    }
}
