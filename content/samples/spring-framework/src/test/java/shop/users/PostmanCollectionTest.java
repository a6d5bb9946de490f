package shop.users;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the requests of the Postman collection, so that it cannot fall behind the API. */
class PostmanCollectionTest extends ApiTestBase {
    static final Pattern STATUS = Pattern.compile("status\\((\\d+)\\)");

    @Test
    void everyRequestGetsTheStatusTheCollectionExpects() {
        JsonNode collection = new JsonMapper().readTree(Path.of("postman/users.postman_collection.json"));
        String id = "";
        for (JsonNode item : collection.get("item")) {
            JsonNode request = item.get("request");
            var spec = given();
            request.path("header").forEach(h -> spec.header(h.get("key").asString(), h.get("value").asString()));
            if (request.has("body")) spec.body(request.get("body").get("raw").asString());
            String path = request.get("url").asString().replace("{{baseUrl}}", "").replace("{{userId}}", id);

            var response = spec.when().request(request.get("method").asString(), path);

            var expected = STATUS.matcher(item.get("event").toString());
            assertThat(expected.find()).isTrue();
            assertThat(response.statusCode()).as(item.get("name").asString()).isEqualTo(Integer.parseInt(expected.group(1)));
            if (response.statusCode() == 201) id = response.path("id").toString();
        }
    }
}
