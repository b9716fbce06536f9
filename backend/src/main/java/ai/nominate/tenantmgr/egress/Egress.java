package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Resolves a host once and returns the address to connect to, so that the checked address is the one connected to. All
 * addresses of the name must be public unless the operator has allowed the host or its network. The refusal is the same
 * for an unknown and for a private host, so that it tells nothing about names inside a network.
 */
@ApplicationScoped
public class Egress {
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    private final List<String> allowedHosts;
    private final List<AddressRange> allowedRanges;

    public Egress(@ConfigProperty(name = "tenantmgr.private-addresses-allowed") Optional<String> allowed) {
        List<String> entries = allowed.stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(text -> !text.isBlank())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        this.allowedHosts = entries;
        this.allowedRanges = entries.stream()
                .flatMap(entry -> AddressRange.parse(entry).stream())
                .toList();
    }

    /**
     * Returns the address of the host. Blocks during resolution.
     *
     * @throws ProblemException if the host is not in canonical form, has no address, or a private one
     */
    public InetAddress resolve(String host) {
        try {
            return resolve(new NetworkHost(host));
        } catch (InvalidValue e) {
            throw new ProblemException(EgressProblem.NOT_REACHED, "The host " + e.getMessage());
        }
    }

    /**
     * Where to connect to for a web page: on the web's two ports alone, unless the operator has allowed the host or its network, so
     * that a page cannot look for other services. Blocks during resolution.
     *
     * @throws ProblemException as {@link #resolve(String)}, and for another port
     */
    public InetSocketAddress reachOnWeb(String host, int port) {
        InetAddress address = resolve(host);
        if (!WEB_PORTS.contains(port) && !isAllowed(new NetworkHost(host), address)) {
            throw refusal(new NetworkHost(host));
        }
        return new InetSocketAddress(address, port);
    }

    /** @see #resolve(String) */
    public InetAddress resolve(NetworkHost host) {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            if (isIpv4InIpv6(host, address) || AddressRange.isSpecial(address) && !isAllowed(host, address)) {
                throw refusal(host);
            }
        }
        return addresses[0];
    }

    private static InetAddress[] addresses(NetworkHost host) {
        try {
            return InetAddress.getAllByName(host.value());
        } catch (UnknownHostException e) {
            throw refusal(host);
        }
    }

    /** Java reads {@code ::ffff:7f00:1} as an IPv4 address; other programs do not. */
    private static boolean isIpv4InIpv6(NetworkHost host, InetAddress address) {
        return host.value().contains(":") && address.getAddress().length == 4;
    }

    private boolean isAllowed(NetworkHost host, InetAddress address) {
        return allowedHosts.contains(host.value()) || allowedRanges.stream().anyMatch(range -> range.contains(address));
    }

    private static ProblemException refusal(NetworkHost host) {
        return new ProblemException(
                EgressProblem.NOT_REACHED,
                host + " is unknown, or is not a public address; an admin allows private addresses with "
                        + "TENANTMGR_PRIVATE_ADDRESSES_ALLOWED");
    }
}
