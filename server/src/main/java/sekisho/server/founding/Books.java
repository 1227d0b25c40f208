package sekisho.server.founding;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BookId;

/** Which books are founded, as far as this server has been told. Any thread. */
public final class Books {
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile boolean founded;

    Books(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the book of this server is founded: the engine then asks who stands behind what it guards. */
    public boolean founded() {
        if (!founded) {
            founded = jdbc.sql("select count(*) from founding.books where book = :book")
                            .param("book", BookId.FIRST.value())
                            .query(Integer.class)
                            .single()
                    == 1;
        }
        return founded;
    }

    void note() {
        jdbc.sql("insert into founding.books (book, founded_at) values (:book, :now) on conflict do nothing")
                .param("book", BookId.FIRST.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
