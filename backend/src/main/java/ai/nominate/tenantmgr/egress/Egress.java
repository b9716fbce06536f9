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
 * Resolves a host once and returns the address to connect to, so that the checked address is the one connected to. All
 * addresses of the name must be public unless the operator has allowed the host or its network.
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
     * Returns the address of the host. Blocks during resolution.
     *
     * @throws ProblemException if there is no address, or one of them is private
     */
    public InetAddress resolve(String host) {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            if (isSpecial(address) && !isAllowed(host, address)) {
                throw new ProblemException(
                        EgressProblem.PRIVATE_ADDRESS, host + " is not a public address; an operator can allow it");
            }
        }
        return addresses[0];
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ProblemException(EgressProblem.UNKNOWN_HOST, host + " could not be resolved");
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
