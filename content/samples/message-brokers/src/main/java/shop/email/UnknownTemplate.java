package shop.email;

public class UnknownTemplate extends Exception {

    public UnknownTemplate(String template) {
        super("unknown template " + template);
    }
}
