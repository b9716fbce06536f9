package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A bucket. What was stored is read back and hashed before it counts, the signature being stored last. */
public final class S3Storage implements BackupStorage {
    public static final String ID = "s3";

    private static final List<String> LAST = List.of("manifest.json", "manifest.sig");
    private static final List<String> PARTS =
            List.of(BundleManifest.DATABASE, BundleManifest.FILES, BundleManifest.CONFIGURATION, BundleManifest.THEME);

    private final S3Client client;

    public S3Storage(S3Bucket bucket) {
        this.client = new S3Client(bucket);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void keep(Path bundle, BundleManifest manifest, String place, Permit permit) throws IOException {
        S3Upload upload = new S3Upload(client);
        List<String> names =
                new ArrayList<>(manifest.parts().stream().map(Part::file).toList());
        names.addAll(LAST);
        for (String name : names) {
            if (Files.exists(bundle.resolve(name))) {
                upload.store(bundle.resolve(name), place + "/" + name, permit);
            }
        }
        new BundleReader(List.of(), manifest.signer()::equals).check(open(place, manifest.backupId()));
        SafeFiles.deleteTree(bundle, permit);
    }

    @Override
    public StoredBundle open(String place, UUID backup) {
        return new S3Bundle(client, place, backup);
    }

    @Override
    public void remove(String place, Permit permit) throws IOException {
        permit.check();
        for (String name : LAST.reversed()) {
            client.delete(place + "/" + name, "");
        }
        for (String part : PARTS) {
            permit.check();
            client.delete(place + "/" + Part.file(part), "");
        }
    }
}
