package ai.nominate.tenantmgr.analysis.corpus;

/** Pages on which nobody chose a colour: text, tables, the browser's own links and buttons. */
final class NotBranded {
    private NotBranded() {}

    static String body(String name) {
        String paragraph = "<p>These are notes about " + name
                + ", written down over the years. See also <a href=/more>the other notes</a> and "
                + "<a href=https://example.org/>a page elsewhere</a>.</p>";
        return "<h1>Notes</h1>" + paragraph.repeat(3) + "<table>" + "<tr><td>Monday</td><td>12</td></tr>".repeat(5)
                + "</table><form><input> <button>Search</button></form>" + paragraph.repeat(2);
    }
}
