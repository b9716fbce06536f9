package ai.nominate.tenantmgr.remote;

/**
 * What an application answered.
 *
 * @param kept the part of the body that was kept, as its reader decides
 * @param bytes how long the body was, as far as it was read
 * @param isCut whether more came than was read
 */
record Answer(int status, String contentType, byte[] kept, long bytes, boolean isCut, long tookMs) {
    boolean isGood() {
        return status >= 200 && status < 300;
    }
}
