package shop.users;

import io.micrometer.core.instrument.MeterRegistry;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

// #region aspect
@Aspect
@Component
class AuditAspect {
    private static final Logger log = LoggerFactory.getLogger("audit");
    private final MeterRegistry metrics;

    AuditAspect(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Around("@annotation(audited)")
    Object record(ProceedingJoinPoint call, Audited audited) throws Throwable {
        String outcome = "ok";
        try {
            return call.proceed();
        } catch (Throwable e) {
            outcome = e.getClass().getSimpleName();
            throw e;
        } finally {
            log.info("action={} outcome={}", audited.value(), outcome);
            metrics.counter("shop.users.actions",
                    "action", audited.value(), "outcome", outcome).increment();
        }
    }
}
// #endregion aspect
