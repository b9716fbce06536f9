package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few requests of S3 that backups need. Blocks. */
final class S3Client {
    private static final String EMPTY = S3Signature.sha256(new byte[0]);
    private static final Duration ANSWER = Duration.ofHours(4);
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,80})</Code>");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final S3Bucket bucket;
    private final S3Signature signature;

    S3Client(S3Bucket bucket) {
        this.bucket = bucket;
        this.signature = new S3Signature(bucket);
    }

    HttpResponse<InputStream> put(String object, String query, String sha256, BodyPublisher body) throws IOException {
        return require(send("PUT", object, query, sha256, body), "stored");
    }

    /** @return what the server says, in XML */
    String post(String object, String query, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        var answer = send("POST", object, query, S3Signature.sha256(body), BodyPublishers.ofByteArray(body));
        return text(require(answer, "completed"));
    }

    InputStream get(String object) throws IOException {
        return require(send("GET", object, "", EMPTY, BodyPublishers.noBody()), "read")
                .body();
    }

    OptionalLong size(String object) throws IOException {
        HttpResponse<InputStream> answer = send("HEAD", object, "", EMPTY, BodyPublishers.noBody());
        if (answer.statusCode() == 404) {
            return OptionalLong.empty();
        }
        return require(answer, "found").headers().firstValueAsLong("Content-Length");
    }

    /** Without an effect if there is none. */
    void delete(String object, String query) throws IOException {
        HttpResponse<InputStream> answer = send("DELETE", object, query, EMPTY, BodyPublishers.noBody());
        if (answer.statusCode() != 404) {
            require(answer, "removed");
        }
    }

    private HttpResponse<InputStream> send(
            String method, String object, String query, String sha256, BodyPublisher body) throws IOException {
        String path = bucket.path(object);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(bucket.uri(path, query)).timeout(ANSWER).method(method, body);
        signature.headers(method, path, query, sha256, Instant.now()).forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("The transfer of a backup was interrupted");
        }
    }

    private HttpResponse<InputStream> require(HttpResponse<InputStream> answer, String what) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            Matcher code = CODE.matcher(text(answer));
            throw new IOException("An object could not be " + what + ": the server of bucket " + bucket.bucket()
                    + " answers " + answer.statusCode() + (code.find() ? " " + code.group(1) : ""));
        }
        return answer;
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            return new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
        }
    }
}
