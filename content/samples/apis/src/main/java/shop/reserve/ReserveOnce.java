package shop.reserve;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import shop.reserve.rpc.InventoryGrpc;
import shop.reserve.rpc.ReserveReply;
import shop.reserve.rpc.ReserveRequest;

/** The second version of the inventory service: asked again, it answers again and takes nothing. */
public class ReserveOnce extends InventoryGrpc.InventoryImplBase {
    record Earlier(String sku, int quantity, int left) {}

    private final JdbcClient db;
    private final TransactionTemplate tx;

    public ReserveOnce(JdbcClient db, TransactionTemplate tx) {
        this.db = db;
        this.tx = tx;
    }

    @Override
    public void reserve(ReserveRequest request, StreamObserver<ReserveReply> reply) {
        try {
            int left = tx.execute(status -> once(request));
            reply.onNext(ReserveReply.newBuilder().setLeft(left).build());
            reply.onCompleted();
        } catch (io.grpc.StatusRuntimeException e) {
            reply.onError(e);
        }
    }

    // #region once
    /** In one transaction: the key, the stock and the answer. */
    private int once(ReserveRequest request) {
        if (request.getRequestId().isBlank() || request.getQuantity() <= 0) {
            throw Status.INVALID_ARGUMENT.asRuntimeException();
        }
        int isNew = db.sql("insert into reservation (request_id, sku, quantity)"
                        + " values (:requestId, :sku, :quantity)"
                        + " on conflict (request_id) do nothing")
                .paramSource(request).update();
        if (isNew == 0) return repeated(request);
        int left = db.sql("update product set stock = stock - :quantity"
                        + " where sku = :sku and stock >= :quantity"
                        + " returning stock")
                .paramSource(request).query(Integer.class).optional()
                .orElseThrow(Status.FAILED_PRECONDITION::asRuntimeException);
        db.sql("update reservation set left_over = ? where request_id = ?")
                .params(left, request.getRequestId()).update();
        return left;
    }

    private int repeated(ReserveRequest request) {
        var earlier = db.sql("select sku, quantity, left_over as left"
                        + " from reservation where request_id = ?")
                .param(request.getRequestId()).query(Earlier.class).single();
        boolean same = earlier.sku().equals(request.getSku())
                && earlier.quantity() == request.getQuantity();
        if (!same) throw Status.ALREADY_EXISTS.asRuntimeException();
        return earlier.left();
    }
    // #endregion once
}
