package shop.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import shop.jpa.OrderService.Line;

class TransactionTest extends ShopTest {

  @Autowired BuggyShop buggy;

  @Test
  void an_order_takes_stock_and_pays_without_save() {
    Long mug = product("MUG-1", "12.50", 5).getId();
    Long ada = customers.save(new Customer("Ada", "ada@example.org")).getId();
    Long id = orderService.place(ada, List.of(new Line(mug, 2)));
    orderService.pay(id);

    assertThat(products.findById(mug).orElseThrow().getStock()).isEqualTo(3);
    assertThat(orders.findById(id).orElseThrow().getStatus()).isEqualTo(OrderStatus.PAID);
    tx.executeWithoutResult(s ->
        assertThat(orders.findById(id).orElseThrow().total()).isEqualByComparingTo("25.00"));
  }

  @Test
  void an_order_reads_its_products_with_one_statement() {
    Long ada = customers.save(new Customer("Ada", "ada@example.org")).getId();
    List<Line> lines = List.of(
        new Line(product("MUG-1", "12.50", 5).getId(), 1),
        new Line(product("PEN-1", "2.00", 5).getId(), 1),
        new Line(product("TEA-1", "4.90", 5).getId(), 1));

    // 3 updates of the stock, 1 select, 1 insert of the order, 3 inserts of its items
    assertThat(statements(() -> orderService.place(ada, lines))).isEqualTo(8);
  }

  @Test
  void two_lines_may_name_the_same_product() {
    Long mug = product("MUG-1", "12.50", 5).getId();
    Long ada = customers.save(new Customer("Ada", "ada@example.org")).getId();
    orderService.place(ada, List.of(new Line(mug, 1), new Line(mug, 2)));

    assertThat(products.findById(mug).orElseThrow().getStock()).isEqualTo(2);
  }

  // #region rollback
  @Test
  void a_failed_line_undoes_the_lines_before_it() {
    Long mug = product("MUG-1", "12.50", 5).getId();
    Long pen = product("PEN-1", "2.00", 1).getId();
    Long ada = customers.save(new Customer("Ada", "ada@example.org")).getId();

    assertThatThrownBy(() -> orderService.place(ada, List.of(new Line(mug, 2), new Line(pen, 3))))
        .isInstanceOf(OutOfStockException.class);

    assertThat(products.findById(mug).orElseThrow().getStock()).isEqualTo(5);
    assertThat(orders.count()).isZero();
  }

  @Test
  void self_calls_and_checked_exceptions_surprise() {
    Long mug = product("MUG-1", "12.50", 5).getId();

    buggy.importPrices(mug); // no transaction: the change is lost
    assertThat(products.findById(mug).orElseThrow().getPrice()).isEqualByComparingTo("12.50");

    assertThatThrownBy(() -> buggy.failWithCheckedException(mug)).isInstanceOf(IOException.class);
    assertThat(products.findById(mug).orElseThrow().getPrice()).isEqualByComparingTo("1.00");
  }
  // #endregion rollback
}
