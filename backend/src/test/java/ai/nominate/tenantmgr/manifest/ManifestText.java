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

    /** With the properties that the full one, which an earlier version accepts too, has not. */
    static final String WIDE = """
            apiVersion: tenantmgr/v1
            name: wide
            build: [["./build.sh", "${NODE_ENV}", "${RELEASE_COMMIT}"]]
            services:
              web:
                command: ["./serve", "--port", "${PORT}", "--host=${HOST}"]
                health: { path: /health, status: [200, 204], timeout: 5s }
                startTimeout: 90s
                stopGrace: 1m
              worker: { command: ["sh", "-c", "exec ./work $PORT ${QUEUE:-all}"] }
              twins: { command: ["./work"], twin: true }
            routes:
              "/": web
              "/graphql": web
              "/old/": { service: web, stripPrefix: true }
              "/assets/": { static: public/assets, immutable: true }
              "/app/": { static: dist, fallback: index.html }
              "/robots.txt": { static: public/robots.txt }
            database:
              migrate: ["./migrate", "${DATABASE_URL}"]
              connections: 30
              extensions: [pg_trgm]
            env:
              defaults: { UPLOADS: "${STATE_DIRECTORY}/uploads", SERVER_PORT: "${PORT}" }
              build: { NODE_ENV: production }
            writable: [.next/cache]
            commands: { seed: ["./run", "seed"] }
            cron: [{ id: digest, schedule: "15 3 * * *", command: ["./run", "digest"], timeout: 10m }]
            remote:
              service: web
              actions: [{ id: purge, title: Purge, path: /admin/purge, question: Every cached page is lost. }]
            """;

    private ManifestText() {}

    /** The full manifest with one text replaced; the text must exist. */
    static String with(String instead, String text) {
        if (!FULL.contains(instead)) {
            throw new IllegalArgumentException("the manifest does not say " + instead);
        }
        return FULL.replace(instead, text);
    }

    /** The same for {@link #WIDE}. */
    static String wide(String instead, String text) {
        if (!WIDE.contains(instead)) {
            throw new IllegalArgumentException("the manifest does not say " + instead);
        }
        return WIDE.replace(instead, text);
    }
}
