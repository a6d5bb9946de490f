package shop;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Two controllers and the rules of access, without anything behind them. One context serves all that extend it. */
@WebMvcTest(controllers = {OrderController.class, ProductController.class},
        properties = {"WAREHOUSE_PASSWORD=a warehouse demo password", "WEBHOOK_SECRET=a webhook secret for tests"})
@Import({SecurityConfig.class, PasswordConfig.class})
abstract class WebTest {
    @Autowired MockMvcTester mvc;
    @MockitoBean OrderService orders;
    @MockitoBean ProductService products;
    @MockitoBean ProductSearch search;
    @MockitoBean JwtDecoder decoder;
    @MockitoBean AuthenticationProvider logins;

    static RequestPostProcessor as(Role role) {
        return jwt().jwt(token -> token.subject("1")).authorities(role.authorities());
    }
}
