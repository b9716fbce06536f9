package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

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

    /** A busy machine has thousands of rows, so no regular expression looks at them. */
    private static Row row(String line) {
        StringTokenizer fields = new StringTokenizer(line);
        skip(fields, 1); // number of the row
        String local = fields.nextToken();
        skip(fields, 1); // remote address
        int state = Integer.parseInt(fields.nextToken(), 16);
        skip(fields, 5); // queues, timer, retransmits, user, timeout
        long inode = Long.parseLong(fields.nextToken());
        int colon = local.lastIndexOf(':');
        boolean everywhere = local.chars().limit(colon).allMatch(digit -> digit == '0');
        return new Row(Integer.parseInt(local, colon + 1, local.length(), 16), everywhere, state, inode);
    }

    private static void skip(StringTokenizer fields, int count) {
        for (int i = 0; i < count; i++) {
            fields.nextToken();
        }
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
