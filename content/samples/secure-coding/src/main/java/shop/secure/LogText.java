package shop.secure;

/** Foreign text for a log of lines. */
public final class LogText {
    private static final int MOST = 200;

    // #region log
    /** One line, whatever somebody typed: control characters become visible. */
    public static String of(String foreign) {
        var line = new StringBuilder();
        foreign.codePoints().limit(MOST).forEach(c -> {
            int type = Character.getType(c);
            boolean harmless = !Character.isISOControl(c)
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            if (harmless) line.appendCodePoint(c);
            else line.append("\\u").append("%04x".formatted(c));
        });
        return line.toString();
    }
    // #endregion log

    private LogText() {}
}
