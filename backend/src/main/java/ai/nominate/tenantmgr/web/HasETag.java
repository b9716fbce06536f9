package ai.nominate.tenantmgr.web;

/** An answer whose state can be replaced by a PUT. It gets an ETag, which {@link IfMatch} checks. */
public interface HasETag {
    /** Identifies exactly the state that a PUT would replace. Created with {@link ETags#tag}. */
    String tag();
}
