package shop.message;

/** The trap of calling an overridable method from a constructor, and the cure of Java 25. */
public final class TooEarly {
    private TooEarly() {}

    // #region trap
    static class Base {
        final String line;
        Base() { line = describe(); }            // calls the subclass too early
        String describe() { return "base"; }
    }

    static class Late extends Base {
        private final String parcel;
        Late(String parcel) { super(); this.parcel = parcel; }
        @Override String describe() { return "parcel " + parcel; }
    }

    static class Early extends Base {
        private final String parcel;
        Early(String parcel) { this.parcel = parcel; super(); }
        @Override String describe() { return "parcel " + parcel; }
    }
    // #endregion trap

    public static void main(String[] args) {
        System.out.println("after super():  " + new Late("P-77").line);
        System.out.println("before super(): " + new Early("P-77").line);
    }
}
