package shop.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewReviewTest {
    @Test
    void twoSpellingsOfOneNameBecomeOne() {
        var composed = new NewReview("MUG-01", 5, "Zo\u00eb", "Keeps tea warm.");
        var combining = new NewReview("MUG-01", 5, "Zoe\u0308", "Keeps tea warm.");
        assertThat(combining).isEqualTo(composed);
    }

    @Test
    void realNamesAndTextPass() {
        assertThat(new NewReview("MUG-01", 4, "Siobhán O'Brien", "5 < 6 & \"fine\"; it's <b>good</b>\nBuy it").stars())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>", "Ada\u202egpj", "admin\u0000", "Ada\nINFO login ok"})
    void strangeNicknamesFail(String nickname) {
        assertThatThrownBy(() -> new NewReview("MUG-01", 5, nickname, "Good"))
                .isInstanceOf(NewReview.InvalidInput.class).hasMessage("invalid nickname");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mug-0042", "MUG-01 ", "MUG-01\n", "XXMUG-01", "MUG-", "MUG-00421", "../MUG-01"})
    void theWholeSkuMustMatch(String sku) {
        assertThatThrownBy(() -> new NewReview(sku, 5, "Ada", "Good")).hasMessage("invalid sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MUG-1", "PEN-1", "MUG-01", "TEA-01", "KB-01"})
    void theSkusOfTheShopPass(String sku) {
        assertThat(new NewReview(sku, 5, "Ada", "Good").sku()).isEqualTo(sku);
    }

    // #region late
    @Test
    void aCheckBeforeTheConversionChecksAnotherString() {
        String sent = "\uff0e\uff0e\uff0fetc"; // full-width dots and slash
        assertThat(sent).doesNotContain("..", "/");
        assertThat(Normalizer.normalize(sent, Normalizer.Form.NFKC))
                .isEqualTo("../etc");
    }
    // #endregion late

    @Test
    void longTextFailsBeforeItIsNormalized() {
        assertThatThrownBy(() -> new NewReview("MUG-01", 5, "Ada", "x".repeat(4_001))).hasMessage("invalid text");
    }
}
