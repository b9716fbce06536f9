package ai.nominate.tenantmgr.host.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Starts a client handshake and closes the connection. A server in start-up or recovery refuses at once, so a request
 * for the password means that it accepts connections. Much cheaper than a full connection.
 */
final class PostgresHandshake {
    private static final int PROTOCOL_3 = 196_608;
    private static final int TIMEOUT_MILLIS = 2_000;

    private PostgresHandshake() {}

    static boolean accepted(PostgresAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            new DataOutputStream(socket.getOutputStream()).write(startup(address));
            return new DataInputStream(socket.getInputStream()).read() == 'R';
        } catch (IOException notYet) {
            return false;
        }
    }

    private static byte[] startup(PostgresAddress address) throws IOException {
        byte[] parameters = ("user\0" + address.user() + "\0database\0" + address.database() + "\0\0")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(bytes);
        message.writeInt(2 * Integer.BYTES + parameters.length);
        message.writeInt(PROTOCOL_3);
        message.write(parameters);
        return bytes.toByteArray();
    }
}
