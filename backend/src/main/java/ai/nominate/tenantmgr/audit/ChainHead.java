package ai.nominate.tenantmgr.audit;

import java.util.HexFormat;

/**
 * The end of the chain at some time.
 *
 * @param number of the last sealed entry, from 1; 0 for an empty chain
 * @param hash SHA-256 of that entry and the hash before it, in hexadecimal
 */
public record ChainHead(long number, String hash) {
    static final ChainHead EMPTY = new ChainHead(0, HexFormat.of().formatHex(new byte[32]));

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    @Override
    public String toString() {
        return number + " " + hash;
    }
}
