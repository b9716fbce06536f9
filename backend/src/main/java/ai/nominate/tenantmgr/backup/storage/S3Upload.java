package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stores a file as an object, a large one in pieces, as S3 takes at most 5 GiB at once. */
final class S3Upload {
    /** With the most that S3 allows, 10,000 pieces, an object of 5 TiB. */
    private static final long PIECE = 512L << 20;

    private static final Pattern UPLOAD = Pattern.compile("<UploadId>([^<]{1,1024})</UploadId>");

    private final S3Client client;
    private final long piece;

    S3Upload(S3Client client) {
        this(client, PIECE);
    }

    S3Upload(S3Client client, long piece) {
        this.client = client;
        this.piece = piece;
    }

    void store(Path file, String object, Permit permit) throws IOException {
        long size = Files.size(file);
        permit.check();
        if (size <= piece) {
            client.put(object, "", sha256(file, 0, size), body(file, 0, size))
                    .body()
                    .close();
            return;
        }
        Matcher upload = UPLOAD.matcher(client.post(object, "uploads=", ""));
        if (!upload.find()) {
            throw new IOException("The S3 server began no upload in pieces");
        }
        String id = S3Bucket.encoded(upload.group(1));
        try {
            client.post(object, "uploadId=" + id, pieces(file, size, object, id, permit));
        } catch (IOException | RuntimeException e) {
            client.delete(object, "uploadId=" + id);
            throw e;
        }
    }

    private String pieces(Path file, long size, String object, String id, Permit permit) throws IOException {
        StringBuilder list = new StringBuilder("<CompleteMultipartUpload>");
        int number = 1;
        for (long from = 0; from < size; from += piece) {
            permit.check();
            long length = Math.min(piece, size - from);
            var answer = client.put(
                    object,
                    "partNumber=" + number + "&uploadId=" + id,
                    sha256(file, from, length),
                    body(file, from, length));
            answer.body().close();
            String tag = answer.headers().firstValue("ETag").orElse("");
            list.append("<Part><PartNumber>").append(number).append("</PartNumber><ETag>");
            list.append(tag.replace("\"", "&quot;")).append("</ETag></Part>");
            number++;
        }
        return list.append("</CompleteMultipartUpload>").toString();
    }

    private static BodyPublisher body(Path file, long from, long length) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return opened(file, from, length);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                length);
    }

    private static InputStream opened(Path file, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(file);
        channel.position(from);
        return new FirstBytes(Channels.newInputStream(channel), length);
    }

    private static String sha256(Path file, long from, long length) throws IOException {
        try (InputStream in = opened(file, from, length)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
