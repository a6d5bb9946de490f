package shop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;

class AopTest {
    @Configuration
    @EnableAspectJAutoProxy(proxyTargetClass = true)      // what Spring Boot does by default
    @Import({AuditAspect.class, SimpleMeterRegistry.class, ClosingTime.class, UserStore.class})
    static class App {}

    // #region proxy
    @Test
    void onlyTheBeanWithAMatchingMethodIsWrapped() {
        try (var context = new AnnotationConfigApplicationContext(App.class)) {
            ClosingTime wrapped = context.getBean(ClosingTime.class);

            assertThat(AopUtils.isCglibProxy(wrapped)).isTrue();
            assertThat(wrapped.getClass().getSuperclass())
                    .isEqualTo(ClosingTime.class);
            assertThat(AopUtils.isAopProxy(context.getBean(UserStore.class)))
                    .isFalse();

            wrapped.read();
            assertThat(context.getBean(SimpleMeterRegistry.class)
                    .get("shop.users.actions")
                    .tag("outcome", "ok").counter().count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aFinalMethodRunsOnTheProxyWhoseFieldsAreEmpty() {
        try (var context = new AnnotationConfigApplicationContext(App.class)) {
            assertThatThrownBy(() -> context.getBean(ClosingTime.class).hour())
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("\"this.time\" is null");
        }
    }
    // #endregion proxy
}
