package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The acceptance criteria of the shop on JPA. */
class AcceptanceTest extends ShopTest {

  @Autowired MockMvcTester http;
  @Autowired Environment env;
  @Autowired PaymentRepository payments;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void a_renamed_column_is_noticed_at_the_start() {
    assertThat(env.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
    jdbc.execute("alter table product rename column price to cost");
    try {
      assertThatThrownBy(() -> factory.getSchemaManager().validate()).hasStackTraceContaining("price");
    } finally {
      jdbc.execute("alter table product rename column cost to price");
    }
  }

  @Test
  void bad_requests_are_told_apart() {
    product("MUG-1", "12.50", 5);
    assertThat(create("MUG-1", "9.00")).hasStatus(409);
    assertThat(create("MUG-2", "-1")).hasStatus(400);
    assertThat(http.get().uri("/api/products/99")).hasStatus(404);
  }

  private MockMvcTester.MockMvcRequestBuilder create(String sku, String price) {
    return http.post().uri("/api/products").contentType(MediaType.APPLICATION_JSON)
        .content("{\"sku\": \"%s\", \"name\": \"Mug\", \"price\": %s, \"stock\": 1}".formatted(sku, price));
  }

  @Test
  void an_order_takes_all_of_its_stock_or_none() {
    Long mug = product("MUG-1", "12.50", 5).getId();
    Long pen = product("PEN-1", "2.00", 1).getId();
    Long ada = customers.save(new Customer("Ada", "ada@example.org")).getId();
    var lines = List.of(new OrderService.Line(mug, 2), new OrderService.Line(pen, 3));

    assertThatThrownBy(() -> orderService.place(ada, lines)).isInstanceOf(OutOfStockException.class);
    assertThat(products.findById(mug).orElseThrow().getStock()).isEqualTo(5);
    assertThat(orders.count()).isZero();
  }

  @Test
  void twenty_orders_are_listed_with_one_statement() {
    placeOrders(20);
    statistics().clear();
    assertThat(http.get().uri("/api/orders")).hasStatusOk()
        .bodyJson().extractingPath("$.length()").isEqualTo(20);
    assertThat(statistics().getPrepareStatementCount()).isEqualTo(1);
  }

  @Test
  void controllers_return_no_entities_and_mappings_are_lazy() {
    Set<String> entities = factory.getMetamodel().getEntities().stream()
        .map(entity -> entity.getJavaType().getName()).collect(Collectors.toSet());
    assertThat(entities).contains("shop.Payment", "shop.OrderItem");
    requestMappingHandlerMapping.getHandlerMethods().values().forEach(handler -> {
      String returned = handler.getMethod().getGenericReturnType().getTypeName();
      assertThat(entities).as(handler.toString()).doesNotContain(returned.split("[<>, ]+"));
    });
    factory.getMetamodel().getEntities().forEach(entity ->
        Arrays.stream(entity.getJavaType().getDeclaredFields()).forEach(field ->
            assertThat(fetch(field)).as(field.toString()).isEqualTo(FetchType.LAZY)));
  }

  private static FetchType fetch(Field field) {
    if (field.isAnnotationPresent(ManyToOne.class)) return field.getAnnotation(ManyToOne.class).fetch();
    if (field.isAnnotationPresent(OneToOne.class)) return field.getAnnotation(OneToOne.class).fetch();
    if (field.isAnnotationPresent(OneToMany.class)) return field.getAnnotation(OneToMany.class).fetch();
    if (field.isAnnotationPresent(ManyToMany.class)) return field.getAnnotation(ManyToMany.class).fetch();
    return FetchType.LAZY; // no association
  }

  /** Step 7: the version of a product turns a lost update into an error. */
  @Test
  void a_price_change_on_old_data_is_refused() {
    Long id = product("MUG-1", "12.50", 5).getId();
    assertThatThrownBy(() -> tx.executeWithoutResult(status -> {
      Product mug = products.findById(id).orElseThrow(); // reads stock 5
      inAnotherTransaction(() -> products.takeStock(id, 2)); // 3 left, committed
      mug.setPrice(new BigDecimal("9.99"));
    })).isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(products.findById(id).orElseThrow().getStock()).isEqualTo(3);
  }

  /** Step 5: an order is paid in parts, each a row of its own. */
  @Test
  void an_order_has_several_payments() {
    placeOrders(1);
    tx.executeWithoutResult(status -> {
      Order order = orders.findById(1L).orElseThrow();
      payments.save(new Payment(order, new BigDecimal("10.00")));
      payments.save(new Payment(order, new BigDecimal("6.50")));
    });
    assertThat(payments.findByOrderId(1L)).extracting(Payment::amount)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyInAnyOrder(new BigDecimal("10.00"), new BigDecimal("6.50"));
  }

  private void inAnotherTransaction(Runnable work) {
    var other = new TransactionTemplate(tx.getTransactionManager());
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    other.executeWithoutResult(status -> work.run());
  }
}
