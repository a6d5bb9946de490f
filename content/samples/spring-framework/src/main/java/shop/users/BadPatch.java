package shop.users;

class BadPatch extends RuntimeException {
    BadPatch(String message) {
        super(message);
    }
}
