package shop.security;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The reviews of a product as a page, first wrong, then right. */
@RestController
class ReviewPage {
    record Review(String author, String homepage, String text) {}

    private final JdbcClient db;

    ReviewPage(JdbcClient db) {
        this.db = db;
    }

    @GetMapping(path = "/products/{id}/reviews-wrong", produces = MediaType.TEXT_HTML_VALUE)
    String wrong(@PathVariable long id) {
        return page(reviews(id).stream().map(ReviewPage::itemWrong).toList());
    }

    @GetMapping(path = "/products/{id}/reviews", produces = MediaType.TEXT_HTML_VALUE)
    String right(@PathVariable long id) {
        return page(reviews(id).stream().map(ReviewPage::item).toList());
    }

    // #region wrong
    static String itemWrong(Review review) {
        return "<li><a href=\"" + review.homepage() + "\">" + review.author()
                + "</a>: " + review.text() + "</li>";
    }
    // #endregion wrong

    // #region right
    static String item(Review review) {
        return "<li><a href=\"" + HtmlUtils.htmlEscape(link(review.homepage()))
                + "\">" + HtmlUtils.htmlEscape(review.author())
                + "</a>: " + HtmlUtils.htmlEscape(review.text()) + "</li>";
    }

    /** Escaping does not help against a link that is a script. */
    static String link(String url) {
        return url.startsWith("https://") ? url : "#";
    }
    // #endregion right

    private static String page(List<String> items) {
        return "<!doctype html><title>Reviews</title><ul>" + String.join("\n", items) + "</ul>";
    }

    private List<Review> reviews(long product) {
        return db.sql("select author, homepage, body as text from review where product_id = ? order by id")
                .param(product).query(Review.class).list();
    }
}
