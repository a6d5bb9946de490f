package shop.users;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.*;

import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UserApiTest extends ApiTestBase {
    static final String ADA = """
            {"email":"ada@shop.example","name":"Ada","role":"ADMIN"}""";
    static final String BOB = """
            {"email":"bob@shop.example","name":"Bob","role":"SUPPORT","creditLimit":12.50}""";

    // #region create
    int create(String body) {
        return given().contentType(ContentType.JSON).body(body)
                .when().post("/api/users")
                .then().statusCode(201)
                .header("Location", matchesPattern(".*/api/users/\\d+"))
                .extract().path("id");
    }

    @Test
    void listsByRole() {
        create(ADA);
        create(BOB);
        given().queryParam("role", "SUPPORT")
                .when().get("/api/users")
                .then().statusCode(200)
                .body("size()", is(1))
                .body("find { it.name == 'Bob' }.creditLimit",
                        comparesEqualTo(new BigDecimal("12.50")));
    }
    // #endregion create

    @Test
    void refusesASecondUserWithTheSameAddress() {
        create(ADA);
        given().contentType(ContentType.JSON).body(ADA)
                .when().post("/api/users")
                .then().statusCode(409).contentType("application/problem+json")
                .body("detail", containsString("email"));
    }

    @Test
    void everyMistakeHasItsStatus() {
        given().contentType(ContentType.JSON).body("{\"email\":\"x\",\"name\":\" \",\"role\":\"ADMIN\"}")
                .when().post("/api/users").then().statusCode(400)
                .body("errors.email", notNullValue()).body("errors.name", notNullValue());
        given().queryParam("size", 500).when().get("/api/users").then().statusCode(400)
                .body("errors.size", containsString("100"));
        given().queryParam("size", "many").when().get("/api/users").then().statusCode(400);
        given().contentType(ContentType.TEXT).body("hi").when().post("/api/users").then().statusCode(415);
        given().accept(ContentType.XML).when().get("/api/users").then().statusCode(406);
        when().delete("/api/users").then().statusCode(405).header("Allow", containsString("POST"));
        when().get("/api/users/999").then().statusCode(404).body("title", is("Not Found"));
        given().contentType(ContentType.JSON).body("{\"nme\":\"x\"}").when().post("/api/users").then().statusCode(400);
    }

    // #region old
    @Test
    void validatedOnTheClassTurnsA400IntoA500() {
        given().queryParam("size", 500).when().get("/old").then().statusCode(500);
    }
    // #endregion old

    // #region patch
    @Test
    void aPatchTellsNullFromAbsent() {
        int bob = create(BOB);
        patch(bob, "{\"name\":\"Robert\"}").then().statusCode(200)
                .body("name", is("Robert"))
                .body("creditLimit", comparesEqualTo(new BigDecimal("12.50")));
        patch(bob, "{\"creditLimit\":null}").then().statusCode(200)
                .body("creditLimit", comparesEqualTo(new BigDecimal("50.00")));
        patch(bob, "{\"email\":null}").then().statusCode(400);
        patch(bob, "{\"nickname\":\"Bo\"}").then().statusCode(400);
    }
    // #endregion patch

    @Test
    void replacesAndDeletes() {
        int ada = create(ADA);
        given().contentType(ContentType.JSON).body(BOB).when().put("/api/users/" + ada).then().statusCode(200)
                .body("name", is("Bob"));
        when().delete("/api/users/" + ada).then().statusCode(204);
        when().delete("/api/users/" + ada).then().statusCode(404);
    }

    // #region floats
    @Test
    void withoutConfigurationMoneyIsAFloat() {
        int bob = create(BOB);
        Object number = given().config(RestAssuredConfig.config().jsonConfig(JsonConfig.jsonConfig()))
                .when().get("/api/users/" + bob).path("creditLimit");
        assertThat(number).isInstanceOf(Float.class).isNotEqualTo(12.5);
    }
    // #endregion floats

    private static io.restassured.response.Response patch(int id, String body) {
        return given().contentType("application/merge-patch+json").body(body).when().patch("/api/users/" + id);
    }
}
