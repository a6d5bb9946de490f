package shop.types;

import java.util.HashMap;
import java.util.Map;

/** Values that surprise people who come from another language. */
public final class TypesDemo {
    private TypesDemo() {}

    public static void main(String[] args) {
        // #region numbers
        int cents = 2_000_000_000;
        show("int overflow", cents + cents);
        show("as long", (long) cents + cents);
        show("7 / 2", 7 / 2);
        show("-7 / 2, -7 % 2", (-7 / 2) + ", " + (-7 % 2));
        show("floorMod(-7, 2)", Math.floorMod(-7, 2));
        show("(byte) 200", (byte) 200);
        show("'A' + 1", 'A' + 1);
        // #endregion numbers

        // #region references
        Integer small1 = 127, small2 = 127, big1 = 1000, big2 = 1000;
        show("127 == 127", small1 == small2);
        show("1000 == 1000", big1 == big2);
        show("1000 equals 1000", big1.equals(big2));

        String literal = "POT-01";
        String built = new StringBuilder("POT").append("-01").toString();
        show("String ==", literal == built);
        show("String equals", literal.equals(built));
        show("\"Tee 🍵\".length()", "Tee 🍵".length());
        show("code points", "Tee 🍵".codePointCount(0, "Tee 🍵".length()));

        Map<String, Integer> stock = new HashMap<>();
        try {
            int pots = stock.get("POT-01");      // null, then unboxed
            show("pots", pots);
        } catch (NullPointerException e) {
            show("unboxing null", e.getMessage());
        }
        // #endregion references
    }

    private static void show(String what, Object value) {
        System.out.printf("%-20s %s%n", what, value);
    }
}
