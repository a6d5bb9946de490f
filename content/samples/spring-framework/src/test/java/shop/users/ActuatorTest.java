package shop.users;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.*;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

class ActuatorTest extends ApiTestBase {
    // #region health
    @Test
    void aDeadMailServerIsReportedButDoesNotTakeTheShopOut() {
        when().get("/actuator/health").then()
                .statusCode(200).body("status", is("UP"));

        mailer.up = false;

        when().get("/actuator/health")
                .then().statusCode(503).body("status", is("DOWN"));
        when().get("/actuator/health/readiness")
                .then().statusCode(200).body("status", is("UP"));
        when().get("/actuator/health/liveness").then().statusCode(200);
    }
    // #endregion health

    @Test
    void strangersSeeNoDetails() {
        when().get("/actuator/health").then().body("components", nullValue());
        when().get("/actuator/env").then().statusCode(404);
        when().get("/actuator/heapdump").then().statusCode(404);
    }

    @Test
    void theAspectCounts() {
        given().contentType(ContentType.JSON).body(UserApiTest.ADA).when().post("/api/users");
        when().get("/actuator/metrics/shop.users.actions?tag=action:user.create&tag=outcome:ok")
                .then().statusCode(200).body("measurements[0].value", greaterThanOrEqualTo(new java.math.BigDecimal(1)));
        when().get("/actuator/metrics/shop.users.stored").then().body("measurements[0].value.intValue()", is(1));
    }
}
