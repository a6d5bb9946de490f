package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Rules with a login that is put in place, and tokens as a client sends them. */
@SpringBootTest(properties = "WAREHOUSE_PASSWORD=a warehouse demo password")
@AutoConfigureMockMvc
class JwtTest {
    @TestConfiguration
    static class RealDatabase {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws Exception {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return postgres.getPostgresDatabase();
        }
    }

    @Autowired MockMvcTester mvc;
    @Autowired JwtAuthenticationConverter converter;
    @Autowired JwtEncoder encoder;

    // #region rules
    /** A finished login with these roles, read by the application's converter. */
    JwtRequestPostProcessor with(String role) {
        return jwt().jwt(token -> token.subject("7").claim("roles", List.of(role)))
                .authorities(token ->
                        List.copyOf(converter.convert(token).getAuthorities()));
    }

    @Test
    void clerksSeeAllOrdersAndCustomersDoNot() {
        var clerk = with("CLERK");
        assertThat(mvc.get().uri("/api/admin/orders").with(clerk)).hasStatusOk();
        var customer = with("CUSTOMER");
        assertThat(mvc.get().uri("/api/admin/orders").with(customer))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/admin/orders")).hasStatus(401);
    }
    // #endregion rules

    @Test
    void withoutTheConverterAClaimGivesNoRole() {
        var clerk = jwt().jwt(token -> token.claim("roles", List.of("CLERK")));
        assertThat(mvc.get().uri("/api/admin/orders").with(clerk)).hasStatus(403);
    }

    // #region token
    String signed(String issuer, Instant end) {
        var claims = JwtClaimsSet.builder()
                .issuer(issuer).audience(List.of("shop-api")).subject("7")
                .issuedAt(end.minusSeconds(900)).expiresAt(end)
                .claim("roles", List.of("CLERK")).build();
        var token = encoder.encode(JwtEncoderParameters.from(claims));
        return "Bearer " + token.getTokenValue();
    }

    @Test
    void aTokenIsBelievedOnlyWithTheRightIssuerAndInTime() {
        var soon = Instant.now().plusSeconds(60);
        var past = Instant.now().minusSeconds(120);
        assertThat(ordersWith(signed("https://shop.example", soon))).hasStatusOk();
        assertThat(ordersWith(signed("https://evil.example", soon))).hasStatus(401);
        assertThat(ordersWith(signed("https://shop.example", past))).hasStatus(401);
    }
    // #endregion token

    MvcTestResult ordersWith(String authorization) {
        return mvc.get().uri("/api/admin/orders").header("Authorization", authorization).exchange();
    }
}
