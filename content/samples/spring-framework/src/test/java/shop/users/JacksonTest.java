package shop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JacksonTest {
    // #region mapper
    final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();                                     // immutable from here on

    @Test
    void writesAndReadsARecord() {
        var view = new UserView(7, "ada@shop.example", "Ada", Role.SUPPORT,
                new BigDecimal("50.00"), Instant.parse("2026-11-21T09:30:00Z"));

        String text = json.writeValueAsString(view);

        assertThat(text).isEqualTo("""
                {"id":7,"email":"ada@shop.example","name":"Ada","role":"SUPPORT",\
                "creditLimit":50.00,"createdAt":"2026-11-21T09:30:00Z"}""");
        assertThat(json.readValue(text, UserView.class)).isEqualTo(view);
    }
    // #endregion mapper

    @Test
    void strangersAreRefusedOnlyOnRequest() {
        String typo = """
                {"email":"ada@shop.example","name":"Ada","role":"SUPPORT","creditLimt":5}""";
        assertThat(new JsonMapper().readValue(typo, UserData.class).creditLimit()).isNull();
        assertThatThrownBy(() -> json.readValue(typo, UserData.class)).isInstanceOf(JacksonException.class);
    }

    // #region tree
    @Test
    void aTreeReadsMoneyAsDoubleUnlessTold() {
        String body = "{\"creditLimit\":1234567890123456.78}";

        var careless = new JsonMapper().readTree(body).get("creditLimit");
        var careful = json.readTree(body).get("creditLimit");

        assertThat(careless.isDouble()).isTrue();
        assertThat(careless.decimalValue())
                .isNotEqualByComparingTo("1234567890123456.78");
        assertThat(careful.decimalValue())
                .isEqualByComparingTo("1234567890123456.78");
    }
    // #endregion tree

    @Test
    void rebuildMakesAVariant() {
        JsonMapper lenient = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        assertThat(lenient.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)).isFalse();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)).isTrue();
    }
}
