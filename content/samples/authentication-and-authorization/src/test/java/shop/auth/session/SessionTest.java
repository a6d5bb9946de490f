package shop.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = "WAREHOUSE_PASSWORD=a warehouse demo password")
@AutoConfigureMockMvc
class SessionTest {
    record Sent(String email, String link) {}

    static final List<Sent> SENT = new ArrayList<>();

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

        @Bean
        @Primary
        ResetMail caught() {
            return (email, link) -> SENT.add(new Sent(email, link));
        }
    }

    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient db;
    @Autowired PasswordEncoder encoder;
    @Autowired JwtDecoder decoder;
    @Autowired JsonMapper json;

    @BeforeEach
    void ada() {
        SENT.clear();
        db.sql("truncate account, customer restart identity cascade").update();
        db.sql("insert into account (email, password_hash) values ('ada@shop.example', ?)")
          .param(encoder.encode("correct horse battery")).update();
    }

    MvcTestResult post(String path, String body) {
        return mvc.post().uri("/api/auth/session" + path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    String field(MvcTestResult answer, String name) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString()).get(name).asString();
    }

    String login() throws Exception {
        return field(post("", "{\"email\":\"ada@shop.example\",\"password\":\"correct horse battery\"}"), "refresh_token");
    }

    MvcTestResult refresh(String token) {
        return post("/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
    }

    // #region theft
    @Test
    void aUsedRefreshTokenThatComesBackEndsItsFamily() throws Exception {
        String stolen = login();
        String other = login();                      // the same account elsewhere
        String newest = field(refresh(stolen), "refresh_token"); // one of the two

        assertThat(refresh(stolen)).hasStatus(401);  // the other comes with it
        assertThat(refresh(newest)).hasStatus(401);  // and now both have to log in
        assertThat(refresh(other)).hasStatusOk();
    }
    // #endregion theft

    @Test
    void aRefreshBuysATokenWithTheRoleOfToday() throws Exception {
        String token = login();
        db.sql("update account set role = 'CLERK'").update();
        var fresh = decoder.decode(field(refresh(token), "access_token"));
        assertThat(fresh.getClaimAsStringList("roles")).containsExactly("CLERK");
    }

    @Test
    void ofTenRefreshesAtOnceOneSucceeds() throws Exception {
        String token = login();
        Callable<Integer> call = () -> refresh(token).getResponse().getStatus();
        try (var pool = Executors.newFixedThreadPool(10)) {
            int ok = 0;
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(10, call)))
                if (answer.get() == 200) ok++;
            assertThat(ok).isEqualTo(1);
        }
    }

    @Test
    void theTableHoldsNoTokenAndAnOldOneBuysNothing() throws Exception {
        String token = login();
        assertThat(db.sql("select encode(hash, 'escape') from refresh_token").query(String.class).single())
                .doesNotContain(token);
        db.sql("update refresh_token set expires_at = now() - interval '1 second'").update();
        assertThat(refresh(token)).hasStatus(401);
        assertThat(refresh("made-up")).hasStatus(401);
    }

    @Test
    void aKnownAndAnUnknownAddressGetTheSameAnswer() throws Exception {
        var known = post("/forgotten", "{\"email\":\"Ada@shop.example\"}");
        var unknown = post("/forgotten", "{\"email\":\"bob@shop.example\"}");
        assertThat(known).hasStatus(202);
        assertThat(unknown).hasStatus(202);
        assertThat(known.getResponse().getContentAsString()).isEqualTo(unknown.getResponse().getContentAsString());
        assertThat(SENT).hasSize(1);
    }

    // #region link
    @Test
    void theLinkLeadsToTheShopWhateverHostTheRequestNames() throws Exception {
        mvc.post().uri("/api/auth/session/forgotten").contentType(MediaType.APPLICATION_JSON)
           .header("Host", "evil.example").header("X-Forwarded-Host", "evil.example")
           .content("{\"email\":\"ada@shop.example\"}").exchange();
        assertThat(SENT.getFirst().link()).startsWith("https://shop.example/reset#");
    }
    // #endregion link

    @Test
    void aLinkWorksOnceAndEndsEveryLogin() throws Exception {
        String refreshToken = login();
        post("/forgotten", "{\"email\":\"ada@shop.example\"}");
        post("/forgotten", "{\"email\":\"ada@shop.example\"}");
        String first = tokenOf(SENT.get(0)), second = tokenOf(SENT.get(1));

        assertThat(reset(first, "a new and long passphrase")).hasStatus(204);
        assertThat(reset(first, "another long passphrase")).hasStatus(400);
        assertThat(reset(second, "another long passphrase")).hasStatus(400);   // the other mail is void
        assertThat(refresh(refreshToken)).hasStatus(401);
        assertThat(post("", "{\"email\":\"ada@shop.example\",\"password\":\"correct horse battery\"}")).hasStatus(401);
        assertThat(post("", "{\"email\":\"ada@shop.example\",\"password\":\"a new and long passphrase\"}")).hasStatusOk();
    }

    @Test
    void aRefusedPasswordDoesNotUseTheLinkUp() throws Exception {
        post("/forgotten", "{\"email\":\"ada@shop.example\"}");
        String token = tokenOf(SENT.getFirst());
        assertThat(reset(token, "short")).hasStatus(400);
        assertThat(reset(token, "a new and long passphrase")).hasStatus(204);
    }

    @Test
    void linksEndAfterHalfAnHourAndThreeAnHourAreEnough() throws Exception {
        for (int i = 0; i < 5; i++) post("/forgotten", "{\"email\":\"ada@shop.example\"}");
        assertThat(SENT).hasSize(3);
        db.sql("update password_reset set expires_at = now() - interval '1 second'").update();
        assertThat(reset(tokenOf(SENT.getLast()), "a new and long passphrase")).hasStatus(400);
    }

    MvcTestResult reset(String token, String password) {
        return post("/reset", "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
    }

    static String tokenOf(Sent mail) {
        return mail.link().substring(mail.link().indexOf('#') + 1);
    }
}
