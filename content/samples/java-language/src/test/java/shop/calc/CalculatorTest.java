package shop.calc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CalculatorTest {
    @Test
    void multiplicationBindsTighterThanAddition() {
        assertEquals("51.30", Calculator.answer("2 * 4.90 + 12.50 + 29.00"));
        assertEquals("14", Calculator.answer("2 * (3 + 4)"));
        assertEquals("-5", Calculator.answer("-(2 + 3)"));
    }

    @Test
    void subtractionGoesFromLeftToRight() {
        assertEquals("5", Calculator.answer("10 - 3 - 2"));
    }

    @Test
    void aMistakeIsAnAnswerAndNotACrash() {
        assertEquals("error: division by zero", Calculator.answer("1 / (2 - 2)"));
        assertEquals("error: missing )", Calculator.answer("(1 + 2"));
        assertEquals("error: did not expect 'x' at 3", Calculator.answer("2 x 3"));
        assertEquals("error: expected a number at 4", Calculator.answer("2 + "));
        assertEquals("", Calculator.answer("   "));
    }
}
