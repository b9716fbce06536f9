package ai.nominate.tenantmgr.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names under which the manager itself is reached. A page of another site can point its own name at this machine
 * (DNS rebinding), and its browser then treats the manager as part of that site; so requests with other names are
 * refused. A name is one of {@code localhost}, this machine's name and addresses, the host of
 * {@code tenantmgr.internal-address}, and those in {@code tenantmgr.web-hosts}.
 */
@ApplicationScoped
public class OwnHosts {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern AUTHORITY = Pattern.compile("\\[?([^\\[\\]]+?)]?\\.?(?::[0-9]{1,5})?");
    private static final Duration ADDRESSES_KEPT = Duration.ofSeconds(30);

    private final Set<String> names = new TreeSet<>(Set.of("localhost"));
    private volatile Addresses addresses;

    OwnHosts(
            @ConfigProperty(name = "tenantmgr.web-hosts") Optional<List<String>> more,
            @ConfigProperty(name = "tenantmgr.internal-address") Optional<URI> internal) {
        for (String name : more.orElse(List.of())) {
            String lower = name.strip().toLowerCase(Locale.ROOT);
            if (!NAME.matcher(lower).matches()) {
                throw StartupRefused.because("TENANTMGR_WEB_HOSTS must be names such as panel.example.org, without"
                        + " scheme and port, separated by commas");
            }
            names.add(lower);
        }
        internal.map(URI::getHost).flatMap(OwnHosts::host).ifPresent(names::add);
        machine().ifPresent(names::add);
    }

    /** The names, lower case, without ports; the addresses of the machine are not among them. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** @param authority host with or without a port, as in the header Host */
    public boolean isOwn(String authority) {
        return host(authority)
                .filter(host -> names.contains(host) || isOwnAddress(host))
                .isPresent();
    }

    /** Empty if the text is not a host. Brackets of IPv6, the port and a dot at the end are left out. */
    private static Optional<String> host(String authority) {
        // without brackets, several colons make an address without a port
        if (authority.indexOf(':') != authority.lastIndexOf(':') && !authority.startsWith("[")) {
            return Optional.of(authority);
        }
        Matcher parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private boolean isOwnAddress(String host) {
        if (!host.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*")) {
            return false; // a name; names are not resolved
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return host.equals("127.0.0.1")
                    || host.equals("::1")
                    || addresses().all().contains(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Addresses addresses() {
        Addresses known = addresses;
        if (known == null || System.nanoTime() - known.readAt() > ADDRESSES_KEPT.toNanos()) {
            known = Addresses.read();
            addresses = known;
        }
        return known;
    }

    private static Optional<String> machine() {
        try {
            return host(InetAddress.getLocalHost().getHostName())
                    .filter(name -> NAME.matcher(name).matches());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private record Addresses(Set<InetAddress> all, long readAt) {
        static Addresses read() {
            try {
                return new Addresses(
                        NetworkInterface.networkInterfaces()
                                .flatMap(NetworkInterface::inetAddresses)
                                .map(Addresses::withoutScope)
                                .collect(Collectors.toUnmodifiableSet()),
                        System.nanoTime());
            } catch (SocketException e) {
                return new Addresses(Set.of(), System.nanoTime());
            }
        }

        private static InetAddress withoutScope(InetAddress address) {
            try {
                return InetAddress.getByAddress(address.getAddress());
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
