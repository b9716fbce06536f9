package guestbook;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Notes in PostgreSQL. */
@RestController
class Notes {
    private final JdbcClient database;

    Notes(JdbcClient database) {
        this.database = database;
    }

    record NewNote(String text) {}

    @GetMapping("/api/notes")
    List<String> all() {
        return database.sql("select text from note order by id desc limit 100").query(String.class).list();
    }

    @PostMapping("/api/notes")
    @ResponseStatus(HttpStatus.CREATED)
    void write(@RequestBody NewNote note) {
        database.sql("insert into note (text) values (?)").param(note.text()).update();
    }

    @GetMapping(path = "/", produces = "text/html")
    String page() {
        StringBuilder items = new StringBuilder();
        all().forEach(text -> items.append("<li>").append(HtmlUtils.htmlEscape(text)).append("</li>"));
        return "<!doctype html><title>Guest book</title><h1>Guest book</h1><ul>" + items + "</ul>";
    }
}
