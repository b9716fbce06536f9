package ai.nominate.tenantmgr.web;

/** An answer with a state that a PUT replaces. It gets an ETag, and {@link IfMatch} takes that. */
public interface HasETag {
    /** Stands for what a PUT would change, and for nothing else. Made with {@link ETags#tag}. */
    String tag();
}
