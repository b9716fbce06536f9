package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * NGINX's own configuration, from templates: the part of a generation that does not depend on tenants. Stored beside
 * the maps it reads, so that both change in one step when a new version of the manager writes them differently.
 */
final class NginxConf {
    static final String MAIN = "nginx.conf";
    static final String CANDIDATE = "candidate.conf";
    private static final String TENANT = "tenant.conf";
    private static final String HTTP = "http.conf";
    private static final String MANAGER = "manager.conf";
    private static final String FRONTEND = "frontend.conf";
    private static final String MANAGER_SITE = "manager-site.conf";

    private NginxConf() {}

    /** The main configuration, by file name. */
    static Map<String, String> render(NginxSettings settings, String user) {
        Map<String, String> files = new TreeMap<>();
        Map<String, String> values = values(settings, user);
        files.put(HTTP, Template.named(HTTP).fill(values));
        files.put(TENANT, Template.named(TENANT).fill(values));
        files.put(MANAGER, Template.named(MANAGER).fill(values));
        boolean separate = settings.pages().separate();
        if (separate) {
            files.put(FRONTEND, main(FRONTEND, values, true));
        }
        files.put(MAIN, main(MAIN, values, !separate));
        values.putAll(candidate());
        files.put(CANDIDATE, main(MAIN, values, !separate));
        return files;
    }

    private static String main(String template, Map<String, String> values, boolean withManagerSite) {
        Map<String, String> all = new TreeMap<>(values);
        all.put("managerSite", withManagerSite ? Template.named(MANAGER_SITE).fill(values) : "");
        return Template.named(template).fill(all);
    }

    private static Map<String, String> values(NginxSettings settings, String user) {
        Map<String, String> values = new TreeMap<>();
        values.put("user", user);
        values.put("pid", settings.pidFile().toString());
        values.put("logs", settings.errorLog().getParent().toString());
        values.put("errorLog", settings.errorLog().toString());
        values.put("temp", settings.directory().resolve("temp").toString());
        values.put("pages", settings.directory().resolve("pages").toString());
        values.put("live", TenantFiles.live(settings.home(), "$tenant"));
        values.put("public", TenantFiles.publicFiles(settings.home(), "$tenant"));
        values.put("releases", settings.home().releases().toString());
        values.put("acme", settings.home().acme().toString());
        values.put("certificates", settings.home().certificates().toString());
        values.put("proxyHeader", settings.home().proxyHeader().toString());
        values.put("spa", settings.spa().toString());
        values.put("api", settings.api().toString());
        values.put("listenHttp", listen(settings.addresses(), ":" + settings.http() + " default_server"));
        values.put("listenHttps", listen(settings.addresses(), ":" + settings.https() + " ssl http2 default_server"));
        values.put("listenWeb", listen(settings.pages().addresses(), ":" + settings.web() + " default_server"));
        PublicAddress address = settings.address();
        boolean redirects = address.redirectsToHttps();
        // a visitor of an earlier domain comes to HTTPS in one step, not in two
        String moved = redirects ? "https://$movedTo" + address.httpsSuffix() : "$publicScheme://$movedTo$publicPort";
        values.put("redirectHttp", redirects ? "$certificateOfHost" : "\"\"");
        values.put("https", "$host" + address.httpsSuffix());
        values.put("moved", moved);
        values.put("trustedProxies", settings.proxies().render());
        values.put("ownHosts", ownHosts(settings));
        values.put("hsts", redirects ? "max-age=15768000" : "");
        return values;
    }

    /**
     * A candidate is tested with its own pid file, log and sockets: it does not touch the running NGINX, and needs no
     * permission to open port 80. Relative paths, because a socket path is limited to 107 characters.
     */
    private static Map<String, String> candidate() {
        return Map.of(
                "pid", "candidate.pid",
                "errorLog", "stderr",
                "listenHttp", "listen unix:http.sock default_server;",
                "listenHttps", "listen unix:https.sock ssl http2 default_server;",
                "listenWeb", "listen unix:web.sock default_server;");
    }

    private static String ownHosts(NginxSettings settings) {
        return settings.hosts().stream().sorted().map(host -> host + " yes;").collect(Collectors.joining(" "));
    }

    private static String listen(List<String> addresses, String rest) {
        return addresses.stream()
                .map(address -> "listen " + address + rest + ";")
                .collect(Collectors.joining("\n        "));
    }
}
