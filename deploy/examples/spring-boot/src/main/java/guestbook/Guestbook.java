package guestbook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Guestbook {
    public static void main(String[] arguments) {
        SpringApplication.run(Guestbook.class, arguments);
    }
}
