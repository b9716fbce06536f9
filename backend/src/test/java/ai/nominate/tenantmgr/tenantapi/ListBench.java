package ai.nominate.tenantmgr.tenantapi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests the same pages from the product and {@link BareList}, in turns, with a lightweight client. Prints for each
 * query its name and the microseconds per request of both: "name product bare".
 */
public final class ListBench {
    private static final int CONNECTIONS = 8;
    private static final Duration SPAN = Duration.ofMillis(1_500);

    private ListBench() {}

    /** ROUNDS PRODUCT-PORT BARE-PORT TOKEN NAME=QUERY…; the first round is a warm-up. */
    public static void main(String... arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> queries = List.of(arguments).subList(4, arguments.length);
        int[] ports = {Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])};
        List<List<List<Double>>> figures = new ArrayList<>();
        queries.forEach(query -> figures.add(List.of(new ArrayList<>(), new ArrayList<>())));
        for (int round = 0; round <= rounds; round++) {
            for (int query = 0; query < queries.size(); query++) {
                String path = "/api/tenants?" + queries.get(query).split("=", 2)[1];
                for (int port = 0; port < ports.length; port++) {
                    double micros = micros(ports[port], path, arguments[3]);
                    if (round > 0) {
                        figures.get(query).get(port).add(micros);
                    }
                }
            }
        }
        for (int query = 0; query < queries.size(); query++) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %.0f %.0f%n",
                    queries.get(query).split("=", 2)[0],
                    median(figures.get(query).get(0)),
                    median(figures.get(query).get(1)));
        }
    }

    private static double micros(int port, String path, String token) throws Exception {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime() + SPAN.toNanos();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Callable<Integer>> clients = new ArrayList<>();
            for (int client = 0; client < CONNECTIONS; client++) {
                clients.add(() -> ask(port, request, end));
            }
            int requests = 0;
            for (Future<Integer> client : threads.invokeAll(clients)) {
                requests += client.get();
            }
            return SPAN.toNanos() / 1000.0 / requests;
        }
    }

    private static int ask(int port, byte[] request, long end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            int requests = 0;
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                read(in);
                requests++;
            }
            return requests;
        }
    }

    private static void read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        int length = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            chunked |= line.equalsIgnoreCase("transfer-encoding: chunked");
        }
        in.skipNBytes(length);
        for (int left = chunked ? chunk(in) : 0; left > 0; left = chunk(in)) {
            in.skipNBytes(left + 2);
        }
        if (chunked) {
            line(in);
        }
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
