package campaign;

import java.io.IOException;
import java.io.OutputStream;

/** A large answer at an even pace, which a deployment must not cut off. Limited in size and time. */
final class Download {
    private static final long LARGEST = 1L << 30;
    private static final long LONGEST_SECONDS = 600;
    private static final int CHUNK = 16 * 1024;

    private Download() {}

    static void send(Call call) throws IOException, InterruptedException {
        long bytes = number(call, "bytes", 10_000_000, LARGEST);
        long seconds = number(call, "seconds", 10, LONGEST_SECONDS);
        call.header("Content-Disposition", "attachment; filename=\"campaign.bin\"");
        byte[] chunk = new byte[CHUNK];
        java.util.Arrays.fill(chunk, (byte) '.');
        long began = System.nanoTime();
        try (OutputStream out = call.download("application/octet-stream", bytes)) {
            for (long sent = 0; sent < bytes; ) {
                int size = (int) Math.min(CHUNK, bytes - sent);
                out.write(chunk, 0, size);
                sent += size;
                long due = began + (long) (seconds * 1e9 * sent / bytes);
                long early = (due - System.nanoTime()) / 1_000_000;
                if (early > 0) {
                    out.flush();
                    Thread.sleep(early);
                }
            }
        }
    }

    private static long number(Call call, String name, long otherwise, long most) {
        String text = call.query(name, Long.toString(otherwise));
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > most) {
            throw new Refused(400, "download." + name, name + " is a whole number of at most " + most);
        }
        return Long.parseLong(text);
    }
}
