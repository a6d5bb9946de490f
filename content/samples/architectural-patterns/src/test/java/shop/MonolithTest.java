package shop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import shop.monolith.MonolithApplication;
import shop.monolith.ordering.Checkout;

class MonolithTest {
    // #region boundaries
    @Test
    void modulesKeepTheirBoundaries() {
        var classes = new ClassFileImporter().importPackages("shop.monolith");

        slices().matching("shop.monolith.(*)..")
                .should().beFreeOfCycles().check(classes);
        noClasses().that().resideInAnyPackage(
                        "shop.monolith.inventory..", "shop.monolith.payment..")
                .should().dependOnClassesThat()
                .resideInAPackage("shop.monolith.ordering..")
                .check(classes);
    }
    // #endregion boundaries

    @Test
    void declinedPaymentLeavesNothingBehind() {
        try (var app = new SpringApplicationBuilder(MonolithApplication.class).web(WebApplicationType.NONE)
                .run("--spring.config.name=monolith", "--SHOP_DB_URL=jdbc:h2:mem:shop;MODE=PostgreSQL")) {
            var checkout = app.getBean(Checkout.class);
            var db = app.getBean(JdbcClient.class);
            var price = new BigDecimal("89.00");

            checkout.place(1, "KB-01", 2, price);
            assertThatThrownBy(() -> checkout.place(1, "KB-01", 6, price)).hasMessageContaining("declined");

            assertThat(db.sql("select stock from product").query(Integer.class).single()).isEqualTo(8);
            assertThat(db.sql("select count(*) from orders").query(Integer.class).single()).isEqualTo(1);
        }
    }
}
