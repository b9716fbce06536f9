package ai.nominate.tenantmgr.certificate.dns;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses under which this server is reached from outside. */
public final class OwnAddresses {
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private OwnAddresses() {}

    /**
     * Reads a list, separated by commas or spaces. Resolves nothing.
     *
     * @throws InvalidValue if a part is not an IP address
     */
    public static Set<String> parse(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    if (!ADDRESS.matcher(part).matches()) {
                        throw new InvalidValue("must be IP addresses, separated by commas");
                    }
                    return NameServers.canonical(part);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the machine's interfaces that others can reach; none if only loopback is up. */
    public static Set<String> ofMachine() {
        Set<String> found = new TreeSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .forEach(address -> found.add(plain(address)));
        } catch (SocketException e) {
            return Set.of();
        }
        return found;
    }

    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? text.replaceFirst("%.*", "") : text;
    }
}
