package ai.nominate.tenantmgr.release.git;

/** Content that the LFS server did not give. The message is for tests; users get the name of the file. */
final class LfsUnavailable extends RuntimeException {
    LfsUnavailable(String message) {
        super(message, null, false, false);
    }
}
