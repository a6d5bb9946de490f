package shop.email;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailTopology {

    static final String EXCHANGE = "shop.mail";
    static final String ORDER_QUEUE = "mail.order";
    static final String BULK_QUEUE = "mail.bulk";
    static final String DEAD_QUEUE = "mail.dead";

    @Bean
    JacksonJsonMessageConverter rabbitJson() {
        return new JacksonJsonMessageConverter();
    }

    // #region topology
    @Bean
    Declarables mailQueues() {
        var exchange = new TopicExchange(EXCHANGE);
        var deadExchange = new FanoutExchange("shop.mail.dead");
        Queue orders = workQueue(ORDER_QUEUE);
        Queue bulk = workQueue(BULK_QUEUE);
        Queue dead = QueueBuilder.durable(DEAD_QUEUE).quorum().build();
        Binding ordersBinding = BindingBuilder
                .bind(orders).to(exchange).with("order.*");
        Binding bulkBinding = BindingBuilder
                .bind(bulk).to(exchange).with("newsletter.#");
        Binding deadBinding = BindingBuilder.bind(dead).to(deadExchange);
        return new Declarables(exchange, deadExchange, orders, bulk, dead,
                ordersBinding, bulkBinding, deadBinding);
    }

    private static Queue workQueue(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .deliveryLimit(3)  // then to the dead-letter exchange
                .deadLetterExchange("shop.mail.dead")
                .build();
    }
    // #endregion topology
}
