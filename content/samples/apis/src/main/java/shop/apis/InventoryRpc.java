package shop.apis;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.springframework.grpc.server.service.GrpcService;
import org.springframework.transaction.support.TransactionTemplate;
import shop.apis.rpc.*;

@GrpcService
class InventoryRpc extends InventoryGrpc.InventoryImplBase {
    private final ProductRepository products;
    private final TransactionTemplate tx;

    InventoryRpc(ProductRepository products, TransactionTemplate tx) {
        this.products = products;
        this.tx = tx;
    }

    // #region reserve
    @Override
    public void reserve(
            ReserveRequest request, StreamObserver<ReserveReply> reply) {
        if (request.getQuantity() <= 0) {
            reply.onError(Status.INVALID_ARGUMENT
                    .withDescription("quantity must be positive")
                    .asRuntimeException());
            return;
        }
        var product = products.findBySku(request.getSku());
        if (product.isEmpty()) {
            reply.onError(Status.NOT_FOUND
                    .withDescription("no SKU " + request.getSku())
                    .asRuntimeException());
            return;
        }
        long id = product.get().id;
        Integer taken = tx.execute(
                s -> products.takeFromStock(id, request.getQuantity()));
        if (taken == 0) {
            reply.onError(Status.FAILED_PRECONDITION
                    .withDescription("out of stock").asRuntimeException());
            return;
        }
        int left = products.findById(id).orElseThrow().stock;
        reply.onNext(ReserveReply.newBuilder().setLeft(left).build());
        reply.onCompleted();
    }
    // #endregion reserve

    @Override
    public void watch(WatchRequest request, StreamObserver<StockLevel> levels) {
        for (String sku : request.getSkusList()) {
            products.findBySku(sku).ifPresent(p -> levels.onNext(
                    StockLevel.newBuilder().setSku(p.sku).setStock(p.stock).build()));
        }
        levels.onCompleted();
    }
}
