package shop.users;

import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import shop.mail.Mailer;
import shop.traps.OldStyleController;

/** One application on a free port for all HTTP tests; its mail server can be switched off. */
// #region base
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({ApiTestBase.Mail.class, OldStyleController.class})
abstract class ApiTestBase {
    @LocalServerPort int port;
    @Autowired SwitchableMailer mailer;
    @Autowired UserStore store;

    @BeforeEach
    void aimAtTheServer() {
        RestAssured.port = port;
        RestAssured.config = RestAssured.config().jsonConfig(
                JsonConfig.jsonConfig()
                        .numberReturnType(NumberReturnType.BIG_DECIMAL));
        store.list(null, 1000).forEach(u -> store.delete(u.id()));
        mailer.up = true;
    }
    // #endregion base

    static class SwitchableMailer implements Mailer {
        volatile boolean up = true;

        @Override public void send(String to, String subject) {}

        @Override public boolean reachable() {
            return up;
        }
    }

    @TestConfiguration
    static class Mail {
        @Bean SwitchableMailer mailer() {
            return new SwitchableMailer();
        }
    }
}
