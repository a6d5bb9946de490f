package shop.calc;

/** The line cannot be calculated; the message is meant for the person who typed it. */
public class CalculatorException extends RuntimeException {
    public CalculatorException(String message) {
        super(message);
    }
}
