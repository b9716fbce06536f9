package campaign;

import java.time.Duration;
import java.time.Instant;

/** A minimal test framework: named checks, counts, and polling with a deadline. */
final class Check {
    interface Body {
        void run() throws Exception;
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    private int passed;
    private int failed;

    void that(String sentence, Body body) {
        try {
            body.run();
            passed++;
            System.out.println("ok    " + sentence);
        } catch (Throwable e) {
            failed++;
            System.out.println("FAIL  " + sentence + ": " + e);
        }
    }

    static void equal(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    static void holds(boolean condition, Object evidence) {
        if (!condition) {
            throw new AssertionError("not so: " + evidence);
        }
    }

    static void eventually(Duration limit, Condition condition) throws Exception {
        for (Instant deadline = Instant.now().plus(limit); Instant.now().isBefore(deadline); Thread.sleep(20)) {
            if (condition.holds()) {
                return;
            }
        }
        throw new AssertionError("not within " + limit);
    }

    int report() {
        System.out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }
}
