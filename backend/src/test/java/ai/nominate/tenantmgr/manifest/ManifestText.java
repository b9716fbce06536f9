package ai.nominate.tenantmgr.manifest;

/** A manifest with all properties, as a base for changes. */
final class ManifestText {
    static final String FULL = """
            apiVersion: tenantmgr/v1
            name: campaign
            build: [["./build.sh"], ["./check.sh", "--all"]]
            services:
              backend:
                command: ["java", "-jar", "backend.jar"]
                health: /api/health
                memory: 256M
              frontend: { command: ["java", "-jar", "frontend.jar"], health: /, memory: 1G, tasks: 512 }
            routes:
              "/api/": backend
              "/": frontend
            database:
              engine: postgresql
              init: db/schema.sql
              migrate: ["java", "-jar", "backend.jar", "migrate"]
              breaking: false
            env:
              required: [ADMIN_EMAIL, SITE_TITLE]
              defaults: { LOCALE: en, GREETING: "it's $5 \\\\ \\"ü\\"" }
              generated: [SESSION_SECRET, REMOTE_API_TOKEN]
            storage: [uploads]
            theme:
              css: /theme.css
              logo: /logo
            remote:
              auth: REMOTE_API_TOKEN
              stats: /api/admin/stats
              personsCount: /api/admin/persons/count
              backup: /api/admin/backup
              actions:
                - id: reindex
                  title: Rebuild the search index
                  method: POST
                  path: /api/admin/reindex
                  confirm: true
            """;

    static final String SMALLEST = """
            apiVersion: tenantmgr/v1
            name: tiny
            services: { frontend: { command: [./serve], health: / } }
            routes: { /: frontend }
            """;

    private ManifestText() {}

    /** The full manifest with one text replaced; the text must exist. */
    static String with(String instead, String text) {
        if (!FULL.contains(instead)) {
            throw new IllegalArgumentException("the manifest does not say " + instead);
        }
        return FULL.replace(instead, text);
    }
}
