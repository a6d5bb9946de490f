package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The attacks of the lesson, sent to the whole shop. */
class HardeningTest extends ShopTest {
    static final String PASSWORD = "correct horse battery";

    @Autowired Environment env;
    @Autowired CustomerRepository customers;
    @Autowired ProductRepository products;
    @Autowired PasswordEncoder encoder;
    @Autowired WebhookSignature signature;

    final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + env.getProperty("local.server.port") + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    Customer customer(String name) {
        return customers.save(new Customer(name, UUID.randomUUID() + "@example.com"));
    }

    static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("set-cookie").stream().filter(c -> c.startsWith(name + "="))
                .map(c -> c.substring(0, c.indexOf(';'))).findFirst().orElseThrow();
    }

    @Test
    void aSearchTextIsAValueAndASortColumnComesFromAList() throws Exception {
        products.save(new Product("HARD-1", "Indestructible mug", new BigDecimal("12.50"), 3));
        assertThat(search("destruct", "name").body()).contains("HARD-1");
        var attack = search("%' union select 0, email, password_hash, 0, 0 from account -- ", "name");
        assertThat(attack.statusCode()).isEqualTo(200);
        assertThat(attack.body()).isEqualTo("[]");
        assertThat(search("mug", "price; drop table orders").statusCode()).isEqualTo(400);
    }

    HttpResponse<String> search(String text, String sort) throws Exception {
        return send("GET", "/api/products/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&sort=" + URLEncoder.encode(sort, StandardCharsets.UTF_8), null);
    }

    @Test
    void anOrderIsVisibleToItsOwnerOnly() throws Exception {
        Customer ada = customer("Ada");
        long hers = orderOf(ada);
        long his = orderOf(customer("Bob"));
        assertThat(send("GET", "/api/orders/" + hers, null, "Authorization", bearer(ada)).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/orders/" + his, null, "Authorization", bearer(ada)).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/orders/" + hers, null).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/forgotten", null, "Authorization", bearer(ada)).statusCode()).isEqualTo(403);
    }

    @Test
    void thePreflightNamesOneOriginAndRefusesTheRest() throws Exception {
        var ours = preflight("https://shop.example");
        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
        var theirs = preflight("https://evil.example");
        assertThat(theirs.statusCode()).isEqualTo(403);
        assertThat(theirs.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    HttpResponse<String> preflight(String origin) throws Exception {
        return send("OPTIONS", "/api/orders/1", null, "Origin", origin,
                "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "authorization");
    }

    @Test
    void aCookieAloneChangesNothingAndALoginRaisesTheCostOfAHash() throws Exception {
        Customer ada = customer("Ada");
        bearer(ada);
        rows.sql("update account set password_hash = ? where customer_id = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder(10).encode(PASSWORD), ada.id).update();
        String csrf = cookie(send("GET", "/login", null), "XSRF-TOKEN");
        var login = send("POST", "/login", "username=" + ada.email.replace("@", "%40") + "&password=correct+horse+battery",
                "Content-Type", "application/x-www-form-urlencoded", "Cookie", csrf, "X-XSRF-TOKEN", value(csrf));
        assertThat(login.headers().firstValue("location").orElseThrow()).endsWith("/account");
        String session = cookie(login, "__Host-session");

        assertThat(send("POST", "/account/newsletter", null, "Cookie", session).statusCode()).isEqualTo(403);
        String fresh = cookie(send("GET", "/login", null, "Cookie", session), "XSRF-TOKEN");
        assertThat(send("POST", "/account/newsletter", null, "Cookie", session + "; " + fresh,
                "X-XSRF-TOKEN", value(fresh)).statusCode()).isEqualTo(204);

        String stored = rows.sql("select password_hash from account where customer_id = ?").param(ada.id)
                .query(String.class).single();
        assertThat(stored).startsWith("{bcrypt}$2a$12$");
        assertThat(encoder.matches(PASSWORD, stored)).isTrue();
    }

    static String value(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    @Test
    void pagesCarryThePolicy() throws Exception {
        var page = send("GET", "/login", null);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue(SecurityConfig.CSP);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aPasswordOf73BytesIsRefused() throws Exception {
        for (String password : List.of("x".repeat(73), "ü".repeat(36) + "x"))
            assertThat(send("POST", "/api/auth/register",
                    "{\"name\":\"Bo\",\"email\":\"bo73@example.com\",\"password\":\"" + password + "\"}",
                    "Content-Type", "application/json").statusCode()).isEqualTo(400);
    }

    @Test
    void aWebhookNeedsAFreshSignatureOverItsBytesAndPaysOnce() throws Exception {
        long id = orderOf(customer("Ada"));
        long pot = products.save(new Product("HARD-2", "Pot", new BigDecimal("19.00"), 3)).id;
        rows.sql("insert into order_item (order_id, product_id, quantity, unit_price) values (?, ?, 2, 19.00)")
                .params(id, pot).update();
        String body = "{\"orderId\":" + id + ",\"status\":\"PAID\"}";
        long now = Instant.now().getEpochSecond();
        assertThat(hook(body + " ", now, body)).isEqualTo(401);      // changed body
        assertThat(hook(body, now - 600, body)).isEqualTo(401);      // replayed later
        assertThat(statusOf(id)).isEqualTo("NEW");
        assertThat(hook(body, now, body)).isEqualTo(204);
        assertThat(hook(body, now, body)).isEqualTo(204);
        assertThat(statusOf(id)).isEqualTo("PAID");
        assertThat(rows.sql("select amount from payment where order_id = ?").param(id).query(BigDecimal.class).single())
                .isEqualByComparingTo("38.00");
        assertThat(hook("not JSON", now, "not JSON")).isEqualTo(400);
    }

    String statusOf(long order) {
        return rows.sql("select status from orders where id = ?").param(order).query(String.class).single();
    }

    int hook(String sent, long timestamp, String signed) throws Exception {
        byte[] mac = signature.sign(signed.getBytes(StandardCharsets.UTF_8), timestamp);
        return send("POST", "/api/webhooks/payment", sent, "Content-Type", "application/json",
                "X-Timestamp", "" + timestamp, "X-Signature", HexFormat.of().formatHex(mac)).statusCode();
    }

    @Test
    void theSixthWrongPasswordGets429WhetherTheAccountExistsOrNot() throws Exception {
        Customer ada = customer("Ada");
        bearer(ada);
        for (String email : List.of(ada.email, "nobody@example.com")) {
            for (int i = 0; i < 5; i++) assertThat(login(email).statusCode()).isEqualTo(401);
            var sixth = login(email);
            assertThat(sixth.statusCode()).isEqualTo(429);
            assertThat(sixth.headers().firstValue("Retry-After")).hasValue("900");
        }
    }

    HttpResponse<String> login(String email) throws Exception {
        return send("POST", "/api/auth/login", "{\"email\":\"" + email + "\",\"password\":\"a wrong password\"}",
                "Content-Type", "application/json");
    }
}
