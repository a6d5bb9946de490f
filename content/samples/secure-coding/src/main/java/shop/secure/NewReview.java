package shop.secure;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A product review as a customer sends it. An object of this type is always valid. */
// #region review
public record NewReview(String sku, int stars, String nickname, String text) {

    private static final Pattern SKU = Pattern.compile("[A-Z]{2,4}-[0-9]{1,4}");
    private static final Pattern NICKNAME =
            Pattern.compile("[\\p{L}\\p{M}\\p{N} .'-]{1,30}");

    public NewReview {
        nickname = canonical(nickname, 100, "nickname");
        text = canonical(text, 4_000, "text");
        require(sku != null && SKU.matcher(sku).matches(), "sku");
        require(stars >= 1 && stars <= 5, "stars");
        require(NICKNAME.matcher(nickname).matches(), "nickname");
        require(!text.isBlank()
                && text.codePoints().noneMatch(NewReview::forbidden), "text");
    }

    private static String canonical(String raw, int maxChars, String field) {
        // Before any costly step.
        require(raw != null && raw.length() <= maxChars, field);
        return Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    }

    /** Control characters, except line breaks. */
    private static boolean forbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                && codePoint != '\n' && codePoint != '\r';
    }
    // #endregion review

    private static void require(boolean ok, String field) {
        if (!ok) throw new InvalidInput(field);
    }

    /** Names the field and never repeats the value, which may be hostile or secret. */
    public static class InvalidInput extends IllegalArgumentException {
        public InvalidInput(String field) {
            super("invalid " + field);
        }
    }
}
