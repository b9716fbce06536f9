package ai.nominate.tenantmgr.manifest;

/**
 * A button that the core application gives its operator.
 *
 * @param id unique in its manifest
 * @param title what the button says, at most 80 characters
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param confirm whether a person is asked before
 */
public record RemoteAction(String id, String title, String method, String path, boolean confirm) {
    static final String DEFAULT_METHOD = "POST";

    public RemoteAction {
        Rule.ACTION.require(id);
        Rule.TITLE.require(title);
        Rule.METHOD.require(method);
        Rule.REQUEST.require(path);
    }
}
