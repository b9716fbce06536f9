package ai.nominate.tenantmgr.traffic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The requests to one tenant in one step of time. Not thread-safe. */
final class Tally {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final int[] times = new int[TimeScale.PLACES];
    private int places;
    private long requests;
    private long clientErrors;
    private long serverErrors;
    private long bytes;

    void add(TrafficLine line) {
        requests++;
        bytes += line.bytes();
        if (line.status() >= SERVER_ERROR) {
            serverErrors++;
        } else if (line.status() >= CLIENT_ERROR) {
            clientErrors++;
        }
        if (line.ms() >= 0) {
            int place = TimeScale.place(line.ms());
            times[place]++;
            places = Math.max(places, place + 1);
        }
    }

    long requests() {
        return requests;
    }

    long serverErrors() {
        return serverErrors;
    }

    /** As columns; most requests are fast, so places after the last one with a request are left out. */
    JsonObject columns() {
        JsonArray counts = new JsonArray();
        for (int place = 0; place < places; place++) {
            counts.add(times[place]);
        }
        return new JsonObject()
                .put("requests", requests)
                .put("client_errors", clientErrors)
                .put("server_errors", serverErrors)
                .put("bytes", bytes)
                .put("times", counts);
    }
}
