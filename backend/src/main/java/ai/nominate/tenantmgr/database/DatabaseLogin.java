package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * How a role connects to a database.
 *
 * @param password never part of the arguments, which every user of the machine can read
 */
public record DatabaseLogin(String host, int port, String role, String database, Secret password) {
    /** The same role on another database. */
    public DatabaseLogin to(String other) {
        return new DatabaseLogin(host, port, role, other, password);
    }

    /** postgresql://role:password@host:port/database, as a program at another place reaches the server. */
    public Secret url(String seenHost, int seenPort) {
        return new Secret(
                "postgresql://" + role + ":" + password.reveal() + "@" + seenHost + ":" + seenPort + "/" + database);
    }

    /** For a client program of PostgreSQL. */
    List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--host=" + host, "--port=" + port, "--username=" + role));
        arguments.addAll(List.of(more));
        return arguments;
    }
}
