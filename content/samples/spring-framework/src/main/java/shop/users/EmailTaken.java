package shop.users;

class EmailTaken extends RuntimeException {
    EmailTaken() {
        super("Another user has this email address.");
    }
}
