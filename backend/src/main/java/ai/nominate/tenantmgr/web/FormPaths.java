package ai.nominate.tenantmgr.web;

/** A feature's addresses that take a form. It reads the bytes itself: the framework must not see the media type of the form. */
public interface FormPaths {
    boolean takesForm(String path);
}
