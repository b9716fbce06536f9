package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret by which NGINX knows the manager's probes; new with every generation. A generation accepts that of the one
 * before it too, so that a probe on its way during a reload is not taken for a stranger.
 */
record ProbeToken(Secret secret) {
    private static final Pattern LINE = Pattern.compile("\"[0-9a-f.:]+\\|([0-9a-f]{32})-live\" live;");

    static ProbeToken fresh(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new ProbeToken(new Secret(HexFormat.of().formatHex(bytes)));
    }

    /** Finds the token of a generation in its probe.map: the first one there. */
    static Optional<ProbeToken> in(String map) {
        return map.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(m -> new ProbeToken(new Secret(m.group(1))));
    }

    String header(ProbeTarget aim) {
        return secret.reveal() + "-" + aim.id();
    }

    /** The lines of probe.map that accept this token from one address. */
    String lines(String address) {
        StringBuilder lines = new StringBuilder();
        for (ProbeTarget aim : new ProbeTarget[] {ProbeTarget.LIVE, ProbeTarget.A, ProbeTarget.B}) {
            lines.append('"').append(address).append('|').append(header(aim)).append("\" ");
            lines.append(aim.id()).append(";\n");
        }
        return lines.toString();
    }
}
