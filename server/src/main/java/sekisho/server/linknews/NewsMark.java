package sekisho.server.linknews;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BookId;

/** Up to which step people have been told. Any thread. */
final class NewsMark {
    private final JdbcClient jdbc;

    NewsMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: nobody was ever told anything here. */
    OptionalLong read() {
        return jdbc
                .sql("select position from notice.link_news where book = :book")
                .param("book", BookId.FIRST.value())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Begins at a place, unless somebody has begun; in any case when that place is before the mark. */
    void begin(long position) {
        jdbc.sql("""
                        insert into notice.link_news (book, position) values (:book, :position)
                        on conflict (book) do update set position = least(notice.link_news.position, excluded.position)
                        """)
                .param("book", BookId.FIRST.value())
                .param("position", position)
                .update();
    }

    /** Moves on to a step, and keeps others from it until the transaction ends; false: it has been told already. */
    boolean moveTo(long position) {
        return jdbc.sql("update notice.link_news set position = :position where book = :book and position < :position")
                        .param("book", BookId.FIRST.value())
                        .param("position", position)
                        .update()
                == 1;
    }
}
