package shop.apis;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ProductService {
    private final ProductRepository products;

    ProductService(ProductRepository products) {
        this.products = products;
    }

    // #region page
    @Transactional(readOnly = true)
    ProductPage page(long after, int size) {
        var found = products.findByIdGreaterThanOrderById(
                after, Limit.of(size + 1));
        boolean more = found.size() > size;
        List<ProductView> items = found.stream()
                .limit(size).map(ProductView::of).toList();
        return new ProductPage(items, more ? items.getLast().id() : null);
    }
    // #endregion page

    @Transactional(readOnly = true)
    Product get(long id) {
        return products.findById(id).orElseThrow(() -> new NotFound("product", id));
    }

    @Transactional
    Product create(ProductData data) {
        return products.saveAndFlush(new Product(data.sku(), data.name(), data.price(), data.stock()));
    }

    // #region replace
    @Transactional
    Product replace(long id, String etag, ProductData data) {
        Product product = get(id);
        if (!product.etag().equals(etag)) throw new Stale(product.etag());
        product.change(data.sku(), data.name(), data.price(), data.stock());
        return products.saveAndFlush(product); // @Version catches a writer between read and write
    }
    // #endregion replace

    @Transactional
    void delete(long id) {
        products.deleteById(id);
    }
}
