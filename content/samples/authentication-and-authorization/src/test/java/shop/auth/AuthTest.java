package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "WAREHOUSE_PASSWORD=a warehouse demo password", "OIDC_CLIENT_SECRET=secret"})
@ActiveProfiles("oidc")
class AuthTest {
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

    static final String PASSWORD = "correct horse battery";

    @Autowired Environment env;
    @Autowired JdbcClient db;
    @Autowired PasswordEncoder encoder;
    @Autowired JwtEncoder jwts;
    @Autowired JsonMapper json;

    final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + env.getProperty("local.server.port") + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        return send("GET", path, null, "Authorization", "Bearer " + token);
    }

    String login(String email) throws Exception {
        var answer = post("/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
        return json.readTree(answer.body()).get("access_token").asString();
    }

    HttpResponse<String> register(String email) throws Exception {
        return post("/api/auth/register", "{\"name\":\"Ada\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    }

    void staff(String email, Role role) {
        db.sql("insert into account (email, password_hash, role) values (?, ?, ?)")
                .params(email, encoder.encode(PASSWORD), role.name()).update();
    }

    long orderOf(String email) {
        return db.sql("""
                insert into orders (customer_id) select customer_id from account where email = ?
                returning id""").param(email).query(Long.class).single();
    }

    static void save(String file, String text) throws Exception {
        Files.createDirectories(Path.of("target/output"));
        Files.writeString(Path.of("target/output", file), text);
    }

    static String head(HttpResponse<?> response, String... names) {
        var text = new StringBuilder("HTTP/1.1 " + response.statusCode() + "\n");
        for (String name : names)
            response.headers().allValues(name).forEach(v -> text.append(name).append(": ").append(v).append("\n"));
        return text.toString();
    }

    @BeforeEach
    void clean() {
        db.sql("truncate customer, product, orders, account restart identity cascade").update();
    }

    @Test
    void registrationStoresASaltedHashAndAlwaysTheCustomerRole() throws Exception {
        var body = "{\"name\":\"Eve\",\"email\":\"Eve@shop.example\",\"password\":\"%s\",\"role\":\"ADMIN\"}".formatted(PASSWORD);
        assertThat(post("/api/auth/register", body).statusCode()).isEqualTo(201);
        register("ada@shop.example");
        var hashes = db.sql("select password_hash from account order by id").query(String.class).list();
        assertThat(hashes).allMatch(hash -> hash.startsWith("{bcrypt}$2a$10$")).doesNotHaveDuplicates();
        assertThat(db.sql("select role from account where email = 'eve@shop.example'").query(String.class).single())
                .isEqualTo("CUSTOMER");
        save("hashes.txt", String.join("\n", hashes) + "\n");
    }

    @Test
    void registrationRefusesShortPasswordsOversizedBytesAndTakenEmails() throws Exception {
        assertThat(register("ada@shop.example").statusCode()).isEqualTo(201);
        assertThat(register("ADA@shop.example").statusCode()).isEqualTo(409);
        for (String bad : List.of("short", "€".repeat(25)))
            assertThat(post("/api/auth/register", "{\"name\":\"Bo\",\"email\":\"bo@shop.example\",\"password\":\"%s\"}"
                    .formatted(bad)).statusCode()).isEqualTo(400);
        for (String email : List.of("", " ", "a".repeat(250) + "@shop.example"))
            assertThat(post("/api/auth/register", "{\"name\":\"Bo\",\"email\":\"%s\",\"password\":\"%s\"}"
                    .formatted(email, PASSWORD)).statusCode()).isEqualTo(400);
        assertThat(post("/api/auth/register", "{\"name\":\"%s\",\"email\":\"bo@shop.example\",\"password\":\"%s\"}"
                .formatted("x".repeat(201), PASSWORD)).statusCode()).isEqualTo(400);
    }

    @Test
    void loginAnswersTheSameForAWrongPasswordAndAnUnknownEmail() throws Exception {
        register("ada@shop.example");
        var wrong = post("/api/auth/login", "{\"email\":\"ada@shop.example\",\"password\":\"nope\"}");
        var unknown = post("/api/auth/login", "{\"email\":\"bob@shop.example\",\"password\":\"nope\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(post("/api/auth/login", "{\"email\":\"ada@shop.example\",\"password\":\"%s\"}"
                .formatted("x".repeat(100))).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensItsOwnersOrderAndNoOther() throws Exception {
        register("ada@shop.example");
        register("bob@shop.example");
        long order = orderOf("ada@shop.example");
        String path = "/api/orders/" + order;

        var none = send("GET", path, null);
        var own = get(path, login("ada@shop.example"));
        var foreign = get(path, login("bob@shop.example"));
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(foreign.statusCode()).isEqualTo(404);
        save("orders.txt", "no token      " + none.statusCode() + "\nAda's token   " + own.statusCode()
                + "  " + own.body() + "\nBob's token   " + foreign.statusCode() + "\n");
    }

    @Test
    void rolesDecideWhoMayDoWhatInAdmin() throws Exception {
        register("ada@shop.example");
        staff("mara@shop.example", Role.CLERK);
        staff("root@shop.example", Role.ADMIN);
        long mug = db.sql("insert into product (sku, name, price, stock) values ('MUG-1', 'Mug', 12.50, 8) returning id")
                .query(Long.class).single();
        var table = new StringBuilder();
        for (String who : List.of("ada", "mara", "root")) {
            String token = login(who + "@shop.example");
            int list = get("/api/admin/orders", token).statusCode();
            int price = send("PUT", "/api/admin/products/" + mug + "/price", "{\"price\":13.00}",
                    "Authorization", "Bearer " + token, "Content-Type", "application/json").statusCode();
            table.append("%-5s list %d  price %d%n".formatted(who, list, price));
        }
        save("roles.txt", table.toString());
        assertThat(table.toString()).isEqualTo("""
                ada   list 403  price 403
                mara  list 200  price 403
                root  list 200  price 204
                """);
        assertThat(db.sql("select price from product").query(String.class).single()).isEqualTo("13.00");

        String root = login("root@shop.example");
        for (String bad : List.of("{\"price\":-1}", "{}", "{\"price\":12.999}"))
            assertThat(priceAnswer(mug, bad, root)).isEqualTo(400);
        assertThat(priceAnswer(999_999, "{\"price\":1}", root)).isEqualTo(404);
    }

    int priceAnswer(long product, String body, String token) throws Exception {
        return send("PUT", "/api/admin/products/" + product + "/price", body,
                "Authorization", "Bearer " + token, "Content-Type", "application/json").statusCode();
    }

    String minted(String issuer, String audience, Instant expires, String... roles) {
        var claims = JwtClaimsSet.builder().issuer(issuer).audience(List.of(audience)).subject("1")
                .issuedAt(Instant.now().minusSeconds(3600)).claim("roles", roles.length == 0 ? List.of("ADMIN") : List.of(roles));
        if (expires != null) claims.expiresAt(expires);
        return jwts.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }

    @Test
    void theDecoderRefusesEveryTokenThatIsNotForThisApi() throws Exception {
        Instant later = Instant.now().plusSeconds(600);
        String good = minted("https://shop.example", "shop-api", later);
        String[] parts = good.split("\\.");
        var b64 = Base64.getUrlEncoder().withoutPadding();
        String none = b64.encodeToString("{\"alg\":\"none\"}".getBytes()) + "." + parts[1] + ".";
        String changed = parts[0] + "." + b64.encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]))
                .replace("\"sub\":\"1\"", "\"sub\":\"2\"").getBytes()) + "." + parts[2];
        assertThat(changed).isNotEqualTo(good);
        assertThat(get("/api/admin/orders", good).statusCode()).isEqualTo(200);
        String formerRole = minted("https://shop.example", "shop-api", later, "INTERN");
        assertThat(get("/api/admin/orders", formerRole).statusCode()).isEqualTo(403);

        var bad = new java.util.LinkedHashMap<String, String>();
        bad.put("subject changed", changed);
        bad.put("alg none", none);
        bad.put("expired 2 min ago", minted("https://shop.example", "shop-api", Instant.now().minusSeconds(120)));
        bad.put("no exp at all", minted("https://shop.example", "shop-api", null));
        bad.put("other issuer", minted("https://evil.example", "shop-api", later));
        bad.put("other audience", minted("https://shop.example", "newsletter", later));
        var text = new StringBuilder();
        for (var token : bad.entrySet()) {
            var answer = get("/api/admin/orders", token.getValue());
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
            text.append("%-18s %d%n".formatted(token.getKey(), answer.statusCode()));
        }
        // Clock skew: 30 seconds past the end still passes, with the default of 60.
        int skew = get("/api/admin/orders", minted("https://shop.example", "shop-api", Instant.now().minusSeconds(30))).statusCode();
        assertThat(skew).isEqualTo(200);
        text.append("%-18s %d%n".formatted("expired 30 s ago", skew));
        save("refused.txt", text.toString());
    }

    @Test
    void basicIsForTheWarehouseAndAsksForItself() throws Exception {
        db.sql("insert into product (sku, name, price, stock) values ('MUG-1', 'Mug', 12.50, 8)").update();
        String given = Base64.getEncoder().encodeToString("warehouse:a warehouse demo password".getBytes());
        var asked = send("GET", "/internal/stock/MUG-1", null);
        var answered = send("GET", "/internal/stock/MUG-1", null, "Authorization", "Basic " + given);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
        save("basic.txt", "GET /internal/stock/MUG-1\n\n" + head(asked, "WWW-Authenticate")
                + "\nGET /internal/stock/MUG-1\nAuthorization: Basic " + given + "\n\n" + head(answered) + answered.body() + "\n");
    }

    @Test
    void theSessionCookieIsGuardedAndReplacedAtLogin() throws Exception {
        register("ada@shop.example");
        var form = send("GET", "/login", null);
        String before = form.headers().firstValue("Set-Cookie").orElseThrow();
        var found = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(found.find()).isTrue();
        String fields = "username=ada%40shop.example&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                + "&_csrf=" + URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
        var in = send("POST", "/login", fields, "Content-Type", "application/x-www-form-urlencoded",
                "Cookie", before.split(";")[0]);
        assertThat(in.statusCode()).isEqualTo(302);
        String after = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(after).contains("__Host-session=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);

        String cookie = after.split(";")[0];
        assertThat(send("GET", "/account", null, "Cookie", cookie).body()).isEqualTo("Signed in as ada@shop.example");
        assertThat(send("GET", "/account", null, "Cookie", before.split(";")[0]).statusCode()).isEqualTo(302);
        var noCsrf = send("POST", "/account/newsletter", null, "Cookie", cookie);
        assertThat(noCsrf.statusCode()).isEqualTo(403);
        // The cookie opens pages only: the API chain never looks at it.
        assertThat(send("GET", "/api/admin/orders", null, "Cookie", cookie).statusCode()).isEqualTo(401);
        save("cookie.txt", "POST /login\n\n" + head(in, "Set-Cookie")
                + "\nPOST /account/newsletter   (cookie, no CSRF token)\n\n" + head(noCsrf));
    }

    @Test
    void theOidcRedirectCarriesStateNonceAndPkce() throws Exception {
        var answer = send("GET", "/oauth2/authorization/identity", null);
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).contains("response_type=code", "scope=openid", "state=", "nonce=",
                "code_challenge=", "code_challenge_method=S256");
        save("oidc-redirect.txt", location.replaceAll("localhost:\\d+", "localhost:8080").replace("?", "\n  ?").replace("&", "\n  &") + "\n");
    }
}
