package ai.nominate.tenantmgr.certificate.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name server that is asked: an IP address and a port. */
record Resolver(String address, int port) {
    static final int DNS = 53;
    private static final Path SYSTEM = Path.of("/etc/resolv.conf");
    private static final Pattern NAMED = Pattern.compile("\\[?([0-9a-fA-F.:]+?)]?:([0-9]{1,5})");
    private static final Pattern LINE = Pattern.compile("\\s*nameserver\\s+([0-9a-fA-F.:]+)\\s*");

    /** @throws IllegalArgumentException if the text is not an address with a port */
    static Resolver of(String text) {
        Matcher matcher = NAMED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "TENANTMGR_DNS_RESOLVER must be an address with a port, such as 192.0.2.53:53");
        }
        return new Resolver(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** The first one of this machine; loopback if it names none, as the C library does. */
    static Resolver ofSystem() {
        try {
            return Files.readAllLines(SYSTEM).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Resolver(line.group(1), DNS))
                    .findFirst()
                    .orElse(new Resolver("127.0.0.1", DNS));
        } catch (IOException e) {
            return new Resolver("127.0.0.1", DNS);
        }
    }
}
