package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Resolves a host once and answers the address to connect to, so that what was checked is what is reached. Every address of
 * the name must be public, unless the operator named the host or its network.
 */
@ApplicationScoped
public class Egress {
    private final List<String> allowed;

    public Egress(@ConfigProperty(name = "tenantmgr.private-addresses-allowed") Optional<String> allowed) {
        this.allowed = allowed.stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(text -> !text.isBlank())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The address of the host. Blocks while it resolves.
     *
     * @throws ProblemException when there is none, or one of them is private
     */
    public InetAddress resolve(String host) {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            if (isSpecial(address) && !isAllowed(host, address)) {
                throw new ProblemException(
                        EgressProblem.PRIVATE_ADDRESS, host + " is not a public address; an operator may allow it");
            }
        }
        return addresses[0];
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ProblemException(EgressProblem.UNKNOWN_HOST, host + " cannot be resolved");
        }
    }

    private static boolean isSpecial(InetAddress address) {
        return AddressRange.SPECIAL.stream().anyMatch(range -> range.contains(address));
    }

    private boolean isAllowed(String host, InetAddress address) {
        return allowed.stream()
                .anyMatch(entry -> entry.equals(host.toLowerCase(Locale.ROOT))
                        || entry.matches("[0-9a-f.:]+(/[0-9]+)?")
                                && AddressRange.of(entry).contains(address));
    }
}
