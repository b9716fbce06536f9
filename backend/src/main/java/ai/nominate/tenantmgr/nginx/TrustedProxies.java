package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The proxies in front of NGINX whose forwarding headers are believed, as networks in CIDR notation. From all other
 * addresses the headers are overwritten.
 */
public record TrustedProxies(List<String> networks) {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** @throws InvalidValue if one of them is neither an address nor a network, or covers all addresses */
    public TrustedProxies {
        networks = networks.stream().map(String::strip).toList();
        if (!networks.stream().allMatch(TrustedProxies::isNetwork)) {
            throw new InvalidValue("TENANTMGR_TRUSTED_PROXIES must be comma-separated IPs or networks (10.0.0.0/8)");
        }
    }

    /** The part of the configuration that sets {@code $fromProxy}, and the client's address from the chain. */
    String render() {
        if (networks.isEmpty()) {
            return "geo $fromProxy { default \"\"; }";
        }
        String trusted = networks.stream().map(each -> each + " yes; ").collect(Collectors.joining());
        String chain = networks.stream()
                .map(each -> "\n    set_real_ip_from " + each + ";")
                .collect(Collectors.joining());
        return "geo $realip_remote_addr $fromProxy { default \"\"; " + trusted + "}" + chain
                + "\n    real_ip_header X-Forwarded-For;\n    real_ip_recursive on;";
    }

    private static boolean isNetwork(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || !text.matches("[0-9a-fA-F.:/]+")) {
            return false;
        }
        try {
            int bits = InetAddress.ofLiteral(parts[0]) instanceof Inet4Address ? 32 : 128;
            int length = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            return length >= 1 && length <= bits;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
