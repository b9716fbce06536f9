package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * NGINX's configuration apart from tenants. Two instances with the same home refer to the same NGINX.
 *
 * @param program the executable, a path or a name to look up
 * @param addresses listen addresses for tenants in NGINX's notation: 127.0.0.1, [::1], 0.0.0.0, [::]
 * @param address the ports for tenants, and whether plain HTTP is redirected to HTTPS
 * @param spa directory of the manager's SPA, with index.html
 * @param proxies the proxies in front of it
 * @param hosts the names of the manager itself, lower case; its addresses are always accepted
 */
public record NginxSettings(
        String program,
        Home home,
        List<String> addresses,
        PublicAddress address,
        Pages pages,
        PortNumber api,
        Path spa,
        TrustedProxies proxies,
        Set<String> hosts) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:]+]");
    private static final Pattern UNSPEAKABLE = Pattern.compile(".*[\\p{Cntrl}\"\\\\$*?\\[].*");

    /**
     * Where NGINX serves the manager's own pages and its API.
     *
     * @param addresses listen addresses
     * @param separate whether another NGINX serves them, by the file frontend.conf of the generation
     */
    public record Pages(List<String> addresses, PortNumber port, boolean separate) {
        /** @throws InvalidValue if an address is invalid */
        public Pages {
            addresses = checked(addresses);
        }
    }

    /** @throws InvalidValue if an address is invalid, or a path contains characters that NGINX cannot quote */
    public NginxSettings {
        addresses = checked(addresses);
        hosts = Set.copyOf(hosts);
        for (Path path : List.of(home.root(), spa)) {
            if (!path.isAbsolute() || UNSPEAKABLE.matcher(path.toString()).matches()) {
                throw new InvalidValue("NGINX cannot be given the path " + path
                        + ": it must be absolute, without quotes, backslashes, dollars, *, ? and [");
            }
        }
    }

    /** One NGINX for tenants and pages, without proxies in front, and with loopback names only. */
    public NginxSettings(
            String program,
            Home home,
            List<String> addresses,
            PublicAddress address,
            PortNumber web,
            PortNumber api,
            Path spa) {
        this(
                program,
                home,
                addresses,
                address,
                new Pages(addresses, web, false),
                api,
                spa,
                TrustedProxies.NONE,
                Set.of("localhost"));
    }

    private static List<String> checked(List<String> addresses) {
        if (addresses.isEmpty()
                || !addresses.stream().allMatch(a -> ADDRESS.matcher(a).matches())) {
            throw new InvalidValue("NGINX needs at least one address to listen on, such as 127.0.0.1 or [::1]");
        }
        return List.copyOf(addresses);
    }

    /** Both loopback addresses, because browsers may use either for names without DNS; only IPv4 if IPv6 is unavailable. */
    public static List<String> loopback() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("::1", 0));
            return List.of("127.0.0.1", "[::1]");
        } catch (IOException e) {
            return List.of("127.0.0.1");
        }
    }

    /** Locations of the program on Debian and in NGINX's own packages, outside the PATH of ordinary users. */
    public static String installedProgram() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse("nginx");
    }

    PortNumber http() {
        return address.http();
    }

    PortNumber web() {
        return pages.port();
    }

    PortNumber https() {
        return address.https();
    }

    Path directory() {
        return home.nginx();
    }

    /** The current generation, a symbolic link. */
    Path current() {
        return directory().resolve("current");
    }

    Path configuration() {
        return current().resolve(NginxConf.MAIN);
    }

    Path pidFile() {
        return directory().resolve("nginx.pid");
    }

    Path errorLog() {
        return directory().resolve("logs/error.log");
    }

    /** The address of probes, as target and source: loopback if NGINX listens there. */
    public String probeAddress() {
        if (addresses.contains("127.0.0.1") || addresses.contains("0.0.0.0")) {
            return "127.0.0.1";
        }
        String first = addresses.getFirst().replace("[", "").replace("]", "");
        return first.equals("::") ? "::1" : first;
    }

    /** The user of the workers: the owner of the home if NGINX is started by root, else the starting user. */
    String userDirective() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "";
        }
        try {
            PosixFileAttributes attributes = Files.readAttributes(home.root(), PosixFileAttributes.class);
            return "user " + attributes.owner().getName() + " "
                    + attributes.group().getName() + ";\n";
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the owner of " + home.root(), e);
        }
    }
}
