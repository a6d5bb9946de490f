package shop.calc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Scanner;

/** Console calculator: one expression a line, until "quit" or the end of the input. */
public final class Calculator {
    private Calculator() {}

    // #region evaluate
    static BigDecimal value(Expr expr) {
        return switch (expr) {
            case Expr.Num(var number) -> number;
            case Expr.Neg(var inner) -> value(inner).negate();
            case Expr.Binary(var left, var op, var right) ->
                    apply(value(left), op, value(right));
        };
    }

    private static BigDecimal apply(BigDecimal a, char op, BigDecimal b) {
        return switch (op) {
            case '+' -> a.add(b);
            case '-' -> a.subtract(b);
            case '*' -> a.multiply(b);
            case '/' -> {
                if (b.signum() == 0) {
                    throw new CalculatorException("division by zero");
                }
                yield a.divide(b, MathContext.DECIMAL64);
            }
            default -> throw new IllegalStateException("no operator: " + op);
        };
    }
    // #endregion evaluate

    // #region answer
    static String answer(String line) {
        return switch (line.strip()) {
            case "" -> "";
            case "help" -> "numbers, + - * / ( ), quit";
            case String s when s.length() > 200 -> "error: too long";
            case String s -> {
                try {
                    yield value(Parser.parse(s)).toPlainString();
                } catch (CalculatorException e) {
                    yield "error: " + e.getMessage();
                }
            }
        };
    }
    // #endregion answer

    public static void main(String[] args) {
        var in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String line = in.nextLine();
            if (line.strip().equals("quit")) {
                break;
            }
            System.out.println("> " + line + "\n" + answer(line));
        }
    }
}
