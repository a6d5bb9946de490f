package shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import shop.scale.LoadShedFilter;

@Configuration
class Limits {
    /** In front of everything: what is refused here has cost nothing yet. */
    @Bean
    FilterRegistrationBean<LoadShedFilter> loadShedding(@Value("${shop.max-in-flight}") int max) {
        var first = new FilterRegistrationBean<>(new LoadShedFilter(max));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }
}
