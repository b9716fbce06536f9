package campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An intentionally faulty release, selected by a file named {@code fault} beside the jars: for tests of deployment,
 * supervision and rollback. Every fault is bounded, and an unknown one stops the start.
 */
enum Fault {
    NONE(""),
    EXIT("exit"),
    SILENT("silent"),
    ANSWER_500("500"),
    DIE_AFTER_3_SECONDS("die-after-3s"),
    DIE_AFTER_60_SECONDS("die-after-60s"),
    SLOW_MIGRATE("slow-migrate"),
    FORK_BOMB("fork-bomb"),
    FLOOD("flood");

    private static final int CHILDREN = 64;
    private static final int LINES = 50_000;
    private static final int SLOW_SECONDS = 8;

    final String word;

    Fault(String word) {
        this.word = word;
    }

    static Fault ofRelease() throws IOException {
        Path file = Path.of("fault");
        String word = Files.exists(file) ? Files.readString(file).strip() : "";
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown fault '" + word + "', known are " + known()));
    }

    /** Faults before the backend listens. */
    void beforeStart() throws Exception {
        switch (this) {
            case EXIT -> {
                Log.error("the campaign refuses to start", "fault", word);
                System.exit(1);
            }
            case SILENT -> {
                Log.info("nothing will listen here", "fault", word);
                Thread.sleep(Long.MAX_VALUE);
            }
            case FLOOD -> flood("start");
            case FORK_BOMB -> fork();
            case DIE_AFTER_3_SECONDS -> dieAfter(Duration.ofSeconds(3));
            case DIE_AFTER_60_SECONDS -> dieAfter(Duration.ofSeconds(60));
            case NONE, ANSWER_500, SLOW_MIGRATE -> {}
        }
    }

    /** Faults before a migration. */
    void beforeMigration() throws InterruptedException {
        switch (this) {
            case SLOW_MIGRATE -> {
                for (int second = 1; second <= SLOW_SECONDS; second++) {
                    Thread.sleep(1000);
                    Log.info("migrating slowly", "second", second, "of", SLOW_SECONDS);
                }
            }
            case FLOOD -> flood("migrate");
            case NONE, EXIT, SILENT, ANSWER_500, DIE_AFTER_3_SECONDS, DIE_AFTER_60_SECONDS, FORK_BOMB -> {}
        }
    }

    private static void flood(String during) {
        for (int line = 1; line <= LINES; line++) {
            System.out.println("flood during=" + during + " line=" + line + " of=" + LINES);
        }
    }

    /** They outlive their parent, as a real leak would: the supervisor has to end them too. */
    private static void fork() throws IOException {
        for (int child = 0; child < CHILDREN; child++) {
            new ProcessBuilder("sleep", "600").inheritIO().start();
        }
        Log.warn("started children", "count", CHILDREN);
    }

    /** Halts without shutdown hooks, as a crash would. */
    private static void dieAfter(Duration delay) {
        Thread.ofPlatform().daemon().name("fault").start(() -> {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                return;
            }
            Log.error("the campaign dies", "after", delay);
            Runtime.getRuntime().halt(1);
        });
    }

    private static String known() {
        return Arrays.stream(values())
                .filter(fault -> fault != NONE)
                .map(fault -> fault.word)
                .collect(Collectors.joining(", "));
    }
}
