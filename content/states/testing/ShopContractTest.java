package shop;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the storefront reads of the shop, as it has written it down. */
@Provider("shop")
@PactFolder("contracts") // a broker replaces this folder as soon as teams differ
class ShopContractTest extends ShopTest {
    @LocalServerPort int port;

    @BeforeEach
    void target(PactVerificationContext context) {
        context.setTarget(new HttpTestTarget("localhost", port));
    }

    @State("product 4242 exists")
    void mug() {
        rows.sql("""
                insert into product (id, sku, name, price, stock) overriding system value
                values (4242, 'MUG-4242', 'Mug', 12.50, 3) on conflict do nothing""").update();
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsItsPromises(PactVerificationContext context) {
        context.verifyInteraction();
    }
}
