package shop.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Apart from the shop, so that its contract stays as it is. */
@WebMvcTest(properties = {"spring.mvc.apiversion.use.header=API-Version", "spring.mvc.apiversion.default=1"})
@ContextConfiguration(classes = VersionTest.Shop.class)
class VersionTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Addresses.class)
    static class Shop {}

    // #region versions
    @RestController
    static class Addresses {
        record Address(String text) {}

        record Split(String street, String city) {}

        @GetMapping(path = "/address", version = "1")
        Address one() {
            return new Address("Hauptplatz 1, Linz");
        }

        @GetMapping(path = "/address", version = "2+")  // 2 and what comes after it
        Split two() {
            return new Split("Hauptplatz 1", "Linz");
        }
    }
    // #endregion versions

    @Autowired
    MockMvcTester mvc;

    // #region asked
    @Test
    void eachClientGetsTheVersionItKnows() {
        // Without a version, the default.
        assertThat(mvc.get().uri("/address")).bodyJson().hasPath("$.text");
        assertThat(asked("1")).bodyJson().hasPath("$.text");
        assertThat(asked("2")).bodyJson().hasPath("$.city");
        // Not offered.
        assertThat(asked("9")).hasStatus(400);
    }
    // #endregion asked

    @Test
    void aVersionThatIsNoNumberIsRefused() {
        assertThat(asked("two")).hasStatus(400);
    }

    MvcTestResult asked(String version) {
        return mvc.get().uri("/address").header("API-Version", version).exchange();
    }
}
