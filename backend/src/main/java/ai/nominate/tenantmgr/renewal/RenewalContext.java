package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.WrappedRunContext;
import java.util.List;
import java.util.function.Supplier;

/**
 * The context of a renewal.
 *
 * @param hosts every name of the site, those included that are being added by another run; read anew in each step
 */
record RenewalContext(RunContext engine, Supplier<List<DomainName>> hosts) implements WrappedRunContext {
    List<DomainName> names() {
        return hosts.get();
    }
}
