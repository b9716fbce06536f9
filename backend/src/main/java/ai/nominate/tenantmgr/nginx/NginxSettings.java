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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that NGINX is told beside the tenants. Two of these with the same home mean the same NGINX.
 *
 * @param program the executable, a path or a name to look up
 * @param addresses where to listen, as NGINX writes them: 127.0.0.1, [::1], 0.0.0.0, [::]
 * @param address the ports for tenants, and whether plain HTTP leads to HTTPS
 * @param spa the directory with the manager's own site, index.html on top
 */
public record NginxSettings(
        String program,
        Home home,
        List<String> addresses,
        PublicAddress address,
        PortNumber web,
        PortNumber api,
        Path spa) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:]+]");
    private static final Pattern UNSPEAKABLE = Pattern.compile(".*[\\p{Cntrl}\"\\\\$*?\\[].*");

    /** @throws InvalidValue when an address is none, or a path holds characters that NGINX has no way to quote */
    public NginxSettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()
                || !addresses.stream().allMatch(a -> ADDRESS.matcher(a).matches())) {
            throw new InvalidValue("NGINX needs at least one address to listen on, such as 127.0.0.1 or [::1]");
        }
        for (Path path : List.of(home.root(), spa)) {
            if (!path.isAbsolute() || UNSPEAKABLE.matcher(path.toString()).matches()) {
                throw new InvalidValue("NGINX cannot be given the path " + path
                        + ": it must be absolute, without quotes, backslashes, dollars, *, ? and [");
            }
        }
    }

    /** Both loopback addresses, since browsers take either for names that need no DNS; without IPv6 the old one alone. */
    public static List<String> loopback() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("::1", 0));
            return List.of("127.0.0.1", "[::1]");
        } catch (IOException e) {
            return List.of("127.0.0.1");
        }
    }

    /** Where Debian and the project itself put the program, which is not on the path of ordinary users. */
    public static String installedProgram() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse("nginx");
    }

    PortNumber http() {
        return address.http();
    }

    PortNumber https() {
        return address.https();
    }

    Path directory() {
        return home.nginx();
    }

    /** The generation in use, a symbolic link. */
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

    /** Where probes connect to, and therefore the address they come from: loopback where NGINX listens there. */
    String probeAddress() {
        if (addresses.contains("127.0.0.1") || addresses.contains("0.0.0.0")) {
            return "127.0.0.1";
        }
        String first = addresses.getFirst().replace("[", "").replace("]", "");
        return first.equals("::") ? "::1" : first;
    }

    /** Who the workers run as: the owner of the home when NGINX is started by root, else whoever starts it. */
    String userDirective() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "";
        }
        try {
            PosixFileAttributes attributes = Files.readAttributes(home.root(), PosixFileAttributes.class);
            return "user " + attributes.owner().getName() + " "
                    + attributes.group().getName() + ";\n";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see who owns " + home.root(), e);
        }
    }
}
