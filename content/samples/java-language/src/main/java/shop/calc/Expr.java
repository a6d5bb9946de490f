package shop.calc;

import java.math.BigDecimal;

// #region tree
/** What the calculator has understood: a tree of numbers and operations. */
public sealed interface Expr {
    record Num(BigDecimal value) implements Expr {}
    record Neg(Expr inner) implements Expr {}
    record Binary(Expr left, char op, Expr right) implements Expr {}
}
// #endregion tree
