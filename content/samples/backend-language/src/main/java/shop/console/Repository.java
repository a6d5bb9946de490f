package shop.console;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

// #region repository
/** Stores entities T under keys K, in memory and in order of arrival. */
public final class Repository<T, K> {
    private final Map<K, T> rows = new LinkedHashMap<>();
    private final Function<? super T, ? extends K> keyOf;

    public Repository(Function<? super T, ? extends K> keyOf) {
        this.keyOf = keyOf;
    }

    public <S extends T> S save(S entity) {
        rows.put(keyOf.apply(entity), entity);
        return entity;
    }

    public void saveAll(Collection<? extends T> entities) {
        entities.forEach(this::save);
    }

    public void copyInto(Collection<? super T> target) {
        target.addAll(rows.values());
    }
    // #endregion repository

    public Optional<T> findById(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public List<T> findAll() {
        return List.copyOf(rows.values());
    }
}
