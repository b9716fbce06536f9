package ai.nominate.tenantmgr.backup.proof;

/** How far a proof came. */
enum Level {
    /** Nothing but its row was looked at. */
    L0,
    /** Signature, sizes and hashes are right, and all of it was decrypted and unpacked. */
    L1,
    /** The database was restored, and has the rows of the manifest. */
    L2,
    /** The tenant was started from it, and is well. */
    L3
}
