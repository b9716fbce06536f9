package ai.nominate.tenantmgr.traffic;

import java.io.BufferedWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** DIRECTORY: counts a log of a million requests to 5,000 tenants there, five times. Prints the processor time of the last one in ms. */
public final class TrafficBench {
    private static final int LINES = 1_000_000;
    private static final int TENANTS = 5_000;
    private static final int ROUNDS = 5;

    private TrafficBench() {}

    public static void main(String... arguments) throws Exception {
        Path log = Path.of(arguments[0]).resolve("million.log");
        Instant begin = Instant.parse("2026-03-01T12:00:00Z");
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int line = 0; line < LINES; line++) {
                int ms = (int) Math.exp(random.nextGaussian() + 3);
                out.write(String.format(
                        Locale.ROOT,
                        "%d.%03d tenant-%d %d %d %d.%03d\n",
                        begin.getEpochSecond() + line / 20_000,
                        line % 1000,
                        random.nextInt(TENANTS),
                        line % 50 == 0 ? 404 : 200,
                        random.nextInt(50_000),
                        ms / 1000,
                        ms % 1000));
            }
        }
        long took = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long counted = 0;
            LogPosition at = LogPosition.NONE;
            TrafficLog.Read read;
            do {
                read = new TrafficLog(log, log.resolveSibling("none")).read(at, begin.plusSeconds(3600));
                counted += read.part().minutes.requests();
                read.part().minutes.rows().encode();
                at = read.end();
            } while (read.hasMore());
            took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            if (counted != LINES) {
                throw new IllegalStateException(counted + " requests were counted");
            }
        }
        System.out.println(took / 1_000_000);
    }
}
