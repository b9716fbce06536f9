package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces pointers to Git LFS by their content, over https. The program git-lfs is not used: it connects to whatever
 * address the server names. Here each address is checked, and a credential sent to its own host only.
 */
@ApplicationScoped
class LfsObjects {
    private static final int AT_A_TIME = 100;
    private static final String MEDIA_TYPE = "application/vnd.git-lfs+json";

    private final LfsClient client;

    LfsObjects(LfsClient client) {
        this.client = client;
    }

    /** @throws ProblemException with the name of the first file whose content cannot be had */
    void fetch(
            GitUrl url, Optional<GitCredential> credential, Path root, List<LfsPointer> pointers, SourceBudget budget) {
        pointers.forEach(pointer -> budget.content(pointer.size()));
        for (int from = 0; from < pointers.size(); from += AT_A_TIME) {
            List<LfsPointer> some = pointers.subList(from, Math.min(pointers.size(), from + AT_A_TIME));
            Map<String, JsonObject> actions = url.isSsh() ? Map.of() : actions(url, credential, root, some, budget);
            for (LfsPointer pointer : some) {
                JsonObject action = Optional.ofNullable(actions.get(pointer.object()))
                        .orElseThrow(() ->
                                missing(root, pointer, url.isSsh() ? "is fetched over https only" : "is not there"));
                fetch(url, credential, root, pointer, action, budget);
            }
        }
    }

    /** Where each object is downloaded, by its id. */
    private Map<String, JsonObject> actions(
            GitUrl url, Optional<GitCredential> credential, Path root, List<LfsPointer> pointers, SourceBudget budget) {
        JsonArray objects = new JsonArray();
        pointers.forEach(pointer ->
                objects.add(new JsonObject().put("oid", pointer.object()).put("size", pointer.size())));
        JsonObject question = new JsonObject()
                .put("operation", "download")
                .put("transfers", new JsonArray().add("basic"))
                .put("objects", objects);
        Map<String, String> headers = new HashMap<>(Map.of("Accept", MEDIA_TYPE, "Content-Type", MEDIA_TYPE));
        LfsAddress batch = LfsAddress.batch(url);
        authorization(batch, credential).ifPresent(value -> headers.put("Authorization", value));
        try {
            JsonObject answer = client.ask(batch, headers, question, budget.timeLeft());
            Map<String, JsonObject> actions = new HashMap<>();
            for (Object each : answer.getJsonArray("objects", new JsonArray())) {
                JsonObject object = (JsonObject) each;
                JsonObject action =
                        object.getJsonObject("actions", new JsonObject()).getJsonObject("download");
                if (action != null) {
                    actions.put(object.getString("oid"), action);
                }
            }
            return actions;
        } catch (LfsUnavailable | ClassCastException e) {
            throw missing(root, pointers.getFirst(), "cannot be had from the server of the repository");
        }
    }

    private void fetch(
            GitUrl url,
            Optional<GitCredential> credential,
            Path root,
            LfsPointer pointer,
            JsonObject action,
            SourceBudget budget) {
        Path beside = pointer.file().resolveSibling(".lfs-" + pointer.object());
        try {
            LfsAddress address = LfsAddress.of(action.getString("href"));
            Map<String, String> headers = new HashMap<>();
            for (Map.Entry<String, Object> header : action.getJsonObject("header", new JsonObject())) {
                headers.put(header.getKey(), String.valueOf(header.getValue()));
            }
            if (headers.keySet().stream().noneMatch("authorization"::equalsIgnoreCase) && address.isAt(url)) {
                authorization(address, credential).ifPresent(value -> headers.put("Authorization", value));
            }
            client.download(address, headers, beside, pointer.size(), budget.timeLeft());
            requireContent(beside, pointer);
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(pointer.file()));
            SafeFiles.move(beside, pointer.file());
        } catch (LfsUnavailable | ClassCastException e) {
            throw missing(root, pointer, "cannot be had from the server of the repository");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SafeFiles.deleteTree(beside);
        }
    }

    private static Optional<String> authorization(LfsAddress address, Optional<GitCredential> credential) {
        return credential
                .filter(GitCredential.AccessToken.class::isInstance)
                .map(GitCredential.AccessToken.class::cast)
                .filter(token -> address.isPlain())
                .filter(token -> token.scope().covers(address.host(), address.port(), address.path()))
                .map(LfsClient::basic);
    }

    private static void requireContent(Path file, LfsPointer pointer) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            String object = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            if (!object.equals(pointer.object())) {
                throw new LfsUnavailable("the content is another one");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException missing(Path root, LfsPointer pointer, String why) {
        return new ProblemException(
                GitProblem.INCOMPLETE,
                root.relativize(pointer.file()) + " is a pointer to Git LFS, and its content " + why);
    }
}
