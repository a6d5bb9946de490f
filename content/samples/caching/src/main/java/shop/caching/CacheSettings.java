package shop.caching;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.cache.autoconfigure.RedisCacheManagerBuilderCustomizer;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheErrorHandler;
import org.springframework.cache.interceptor.LoggingCacheErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.cache.RedisCacheWriter.RedisCacheWriterConfigurer;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.JacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;

@Configuration
@EnableCaching
public class CacheSettings implements CachingConfigurer {

    // #region redis-cache
    @Bean
    RedisCacheManagerBuilderCustomizer productCaches(
            RedisConnectionFactory connections) {
        var json = new JacksonJsonRedisSerializer<>(Product.class);
        var product = RedisCacheConfiguration.defaultCacheConfig()
                .prefixCacheNameWith("catalog:v1:")
                .serializeValuesWith(SerializationPair.fromSerializer(json))
                .entryTtl((key, value) -> withJitter(Duration.ofMinutes(10)))
                .disableCachingNullValues();
        var writer = RedisCacheWriter.create(connections,
                RedisCacheWriterConfigurer::immediateWrites);
        return manager -> manager
                .cacheWriter(writer)
                .withCacheConfiguration("product", product);
    }

    static Duration withJitter(Duration ttl) {
        long extra = ThreadLocalRandom.current().nextLong(ttl.toMillis() / 10 + 1);
        return ttl.plusMillis(extra); // 10 min becomes 10:00 to 11:00
    }

    @Override
    public CacheErrorHandler errorHandler() {
        // Redis down: log, then ask the database.
        return new LoggingCacheErrorHandler();
    }
    // #endregion redis-cache
}
