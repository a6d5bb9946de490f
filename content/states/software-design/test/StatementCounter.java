package shop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the statements that are prepared, whether by JPA or by JDBC. */
final class StatementCounter {
    static final AtomicLong COUNT = new AtomicLong();

    private StatementCounter() {}

    static DataSource counting(DataSource target) {
        return around(DataSource.class, target);
    }

    private static <T> T around(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) COUNT.incrementAndGet();
            try {
                Object answer = method.invoke(target, arguments);
                return method.getName().equals("getConnection") && type == DataSource.class
                        ? around(Connection.class, answer) : answer;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }));
    }
}
