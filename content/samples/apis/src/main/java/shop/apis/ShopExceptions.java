package shop.apis;

class NotFound extends RuntimeException {
    NotFound(String what, Object id) {
        super("No " + what + " with id " + id + ".");
    }
}

/** The request is well formed and names something that does not exist. */
class Unknown extends RuntimeException {
    Unknown(String what, long id) {
        super("There is no " + what + " " + id + ".");
    }
}

class Stale extends RuntimeException {
    Stale(String etag) {
        super("The product has changed; its ETag is now " + etag + ".");
    }
}

class PreconditionMissing extends RuntimeException {
    PreconditionMissing() {
        super("Send the ETag you last read in If-Match.");
    }
}

class OutOfStock extends RuntimeException {
    final long productId;

    OutOfStock(long productId) {
        super("Not enough stock of product " + productId + ".");
        this.productId = productId;
    }
}

class KeyReused extends RuntimeException {
    KeyReused() {
        super("This idempotency key belongs to a different request.");
    }
}
