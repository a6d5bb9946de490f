package shop.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class LifecycleTest extends ShopTest {

  // #region lifecycle
  @Test
  void an_entity_moves_through_its_states() {
    Product mug = new Product("MUG-1", "Mug", new BigDecimal("12.50"), 5); // new
    tx.executeWithoutResult(status -> {
      em.persist(mug); // managed: has an id from here on
      mug.setPrice(new BigDecimal("9.99")); // noticed at flush, no save()
    }); // commit, session closed: detached

    mug.setPrice(new BigDecimal("1.00")); // nobody is watching
    assertThat(priceOf("MUG-1")).isEqualByComparingTo("9.99");

    tx.executeWithoutResult(status -> {
      Product managed = em.merge(mug); // copies the state into a managed object
      assertThat(managed).isNotSameAs(mug);
      mug.setPrice(new BigDecimal("2.00")); // still detached: lost
    });
    assertThat(priceOf("MUG-1")).isEqualByComparingTo("1.00");

    tx.executeWithoutResult(
        status -> em.remove(em.find(Product.class, mug.getId())));
    assertThat(products.count()).isZero();
  }
  // #endregion lifecycle

  @Test
  void one_context_holds_one_object_a_row() {
    Long id = product("MUG-1", "12.50", 5).getId();
    long statements = statements(() -> {
      Product a = products.findById(id).orElseThrow();
      Product b = products.findById(id).orElseThrow();
      assertThat(a).isSameAs(b);
    });
    assertThat(statements).isEqualTo(1);
  }

  @Test
  void a_query_flushes_pending_changes_first() {
    Long id = product("MUG-1", "12.50", 5).getId();
    tx.executeWithoutResult(status -> {
      products.findById(id).orElseThrow().setPrice(new BigDecimal("1.00"));
      assertThat(products.findByPriceLessThanOrderByPrice(new BigDecimal("2.00"))).hasSize(1);
      status.setRollbackOnly();
    });
    assertThat(priceOf("MUG-1")).isEqualByComparingTo("12.50");
  }

  // #region lost
  @Test
  void a_price_change_can_put_sold_stock_back() {
    Long id = product("MUG-1", "12.50", 5).getId();
    tx.executeWithoutResult(status -> {
      Product mug = products.findById(id).orElseThrow(); // reads stock 5
      otherTransaction(() -> products.takeStock(id, 2)); // 3 left, committed
      mug.setPrice(new BigDecimal("9.99"));
    }); // the UPDATE names every column, stock = 5 among them
    assertThat(products.findById(id).orElseThrow().getStock()).isEqualTo(5);
  }
  // #endregion lost

  @Test
  void removing_an_item_from_its_order_deletes_the_row() {
    placeOrders(1);
    tx.executeWithoutResult(status -> {
      Order order = orders.findById(1L).orElseThrow();
      order.removeItem(order.getItems().getFirst());
    });
    assertThat(jdbc.queryForObject("select count(*) from order_item", Long.class)).isEqualTo(1);
  }

  private void otherTransaction(Runnable work) {
    TransactionTemplate other = new TransactionTemplate(tx.getTransactionManager());
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    other.executeWithoutResult(status -> work.run());
  }

  private BigDecimal priceOf(String sku) {
    return jdbc.queryForObject("select price from product where sku = ?", BigDecimal.class, sku);
  }
}
