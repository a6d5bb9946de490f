package shop.users;

class UserNotFound extends RuntimeException {
    UserNotFound(long id) {
        super("There is no user " + id + ".");
    }
}
