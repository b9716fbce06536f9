package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The TCP sockets of this machine, IPv4 and IPv6, read from the kernel on each call. */
final class SocketTable {
    private static final List<Path> FILES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private SocketTable() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Path file : FILES) {
            try {
                Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                        .skip(1)
                        .map(SocketTable::row)
                        .forEach(rows::add);
            } catch (NoSuchFileException familyIsOff) {
                // a machine without IPv6
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + file, e);
            }
        }
        return rows;
    }

    private static Row row(String line) {
        String[] fields = line.strip().split("\\s+");
        String local = fields[1];
        int port = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
        boolean everywhere = local.substring(0, local.lastIndexOf(':')).matches("0+");
        return new Row(port, everywhere, Integer.parseInt(fields[3], 16), Long.parseLong(fields[9]));
    }

    /** @param everywhere whether its local address is that of all addresses */
    record Row(int localPort, boolean everywhere, int state, long inode) {
        boolean established() {
            return state == 0x01;
        }

        boolean listens() {
            return state == 0x0A;
        }
    }
}
