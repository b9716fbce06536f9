package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.Secret;


import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret with which NGINX recognises the manager's probes; new for every generation. A generation also accepts the
 * token of the previous one, so that a probe during a reload is recognised.
 */
record ProbeToken(Secret secret) {
    private static final Pattern LINE = Pattern.compile("\"[0-9a-f.:]+\\|([0-9a-f]{32})-live\" live;");

    static ProbeToken fresh(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new ProbeToken(new Secret(HexFormat.of().formatHex(bytes)));
    }

    /** Reads the token of a generation from its probe.map: the first one listed. */
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
