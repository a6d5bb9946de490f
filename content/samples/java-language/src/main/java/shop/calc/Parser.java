package shop.calc;

import java.math.BigDecimal;

/** Recursive descent: one method for each level of precedence. */
public final class Parser {
    private final String text;
    private int at = 0;

    private Parser(String text) {
        this.text = text;
    }

    public static Expr parse(String text) {
        var parser = new Parser(text);
        Expr expr = parser.sum();
        if (parser.peek() != '\0') {
            throw new CalculatorException("did not expect '" + parser.peek() + "' at " + (parser.at + 1));
        }
        return expr;
    }

    // #region precedence
    private Expr sum() {
        Expr left = product();
        while (peek() == '+' || peek() == '-') {
            left = new Expr.Binary(left, next(), product());
        }
        return left;
    }

    private Expr product() {
        Expr left = factor();
        while (peek() == '*' || peek() == '/') {
            left = new Expr.Binary(left, next(), factor());
        }
        return left;
    }
    // #endregion precedence

    private Expr factor() {
        return switch (peek()) {
            case '-' -> {
                next();
                yield new Expr.Neg(factor());
            }
            case '(' -> {
                next();
                Expr inner = sum();
                if (next() != ')') {
                    throw new CalculatorException("missing )");
                }
                yield inner;
            }
            default -> number();
        };
    }

    private Expr number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return new Expr.Num(new BigDecimal(text.substring(start, at)));
        } catch (NumberFormatException e) {
            throw new CalculatorException("expected a number at " + (start + 1));
        }
    }

    /** The next character that is not a blank, or '\0' at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }
}
