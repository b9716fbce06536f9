package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A bundle in a bucket, its files being objects below one prefix. */
record S3Bundle(S3Client client, String place, UUID id) implements StoredBundle {
    @Override
    public Optional<UUID> backup() {
        return Optional.of(id);
    }

    @Override
    public OptionalLong size(String file) throws IOException {
        return client.size(place + "/" + file);
    }

    @Override
    public InputStream read(String file) throws IOException {
        return client.get(place + "/" + file);
    }
}
