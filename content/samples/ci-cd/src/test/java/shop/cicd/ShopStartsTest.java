package shop.cicd;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ShopStartsTest {
  @Test
  void everyBeanCanBeCreated() {}
}
