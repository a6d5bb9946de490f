package shop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SpringCoreTest {
    // #region context
    @Test
    void aContextIsAnOrdinaryObject() {
        try (var context = new AnnotationConfigApplicationContext(
                TimeConfig.class, UserStore.class)) {
            assertThat(context.getBean(Clock.class))
                    .isSameAs(context.getBean("clock"));
            assertThat(context.getBean(UserStore.class))
                    .isSameAs(context.getBean(UserStore.class));
        }
    }

    @Test
    void aMissingBeanStopsTheStart() {
        assertThatThrownBy(
                () -> new AnnotationConfigApplicationContext(UserMetrics.class))
                .isInstanceOf(UnsatisfiedDependencyException.class)
                .hasMessageContaining(
                        "No qualifying bean of type 'shop.users.UserStore'");
    }
    // #endregion context

    @Test
    void aCircleOfConstructorsStopsTheStart() {
        assertThatThrownBy(() -> new AnnotationConfigApplicationContext(Hen.class, Egg.class))
                .hasMessageContaining("circular reference");
    }

    static class Hen { Hen(Egg egg) {} }
    static class Egg { Egg(Hen hen) {} }

    // #region trap
    static class SharedImport {
        private final ImportRun run;

        SharedImport(ImportRun run) {            // injected once, when the singleton is made
            this.run = run;
        }

        List<String> check(List<String> lines) {
            lines.stream().filter(l -> !l.contains("@")).forEach(run.rejected::add);
            return run.rejected;
        }
    }
    // #endregion trap

    @Test
    void aPrototypeInsideASingletonIsMadeOnce() {
        try (var context = new AnnotationConfigApplicationContext(
                ImportRun.class, UserImport.class, SharedImport.class)) {
            var shared = context.getBean(SharedImport.class);
            shared.check(List.of("ada"));
            assertThat(shared.check(List.of("bob@shop.example"))).containsExactly("ada");

            var fresh = context.getBean(UserImport.class);
            fresh.check(List.of("ada"));
            assertThat(fresh.check(List.of("bob@shop.example"))).isEmpty();
        }
    }
}
