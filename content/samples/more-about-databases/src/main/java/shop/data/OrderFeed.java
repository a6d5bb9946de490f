package shop.data;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders newest first, a page at a time, with the customer's name: one statement a page. */
@Repository
public class OrderFeed {

  public record Row(long id, String customer, String status, OffsetDateTime createdAt) {}

  private final JdbcClient jdbc;

  public OrderFeed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  // #region page
  /** The page after the row (createdAt, id), which the client keeps as cursor. */
  public List<Row> after(OffsetDateTime createdAt, long id, int size) {
    return jdbc.sql("""
            SELECT o.id, c.name AS customer, o.status, o.created_at
            FROM orders o
            JOIN customer c ON c.id = o.customer_id
            WHERE (o.created_at, o.id) < (:createdAt, :id)
            ORDER BY o.created_at DESC, o.id DESC
            LIMIT :size
            """)
        .param("createdAt", createdAt)
        .param("id", id)
        .param("size", size)
        .query(Row.class)
        .list();
  }
  // #endregion page
}
