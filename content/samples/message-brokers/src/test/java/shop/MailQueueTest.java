package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

import shop.email.MailQueue;
import shop.email.MailServer;
import shop.email.MailTask;
import shop.email.UnknownTemplate;

/** Needs a RabbitMQ on localhost; without one it is skipped. Port: environment RABBIT_PORT, or 5672. */
@SpringBootTest(classes = MailQueueTest.Mail.class,
        properties = "spring.rabbitmq.port=${RABBIT_PORT:5672}")
@DirtiesContext
class MailQueueTest {

    @Configuration
    @ComponentScan("shop.email")
    @ImportAutoConfiguration(RabbitAutoConfiguration.class)
    static class Mail {
        @Bean
        MailServer mailServer() {
            return mock(MailServer.class);
        }
    }

    @Autowired MailQueue queue;
    @Autowired MailServer server;
    @Autowired RabbitTemplate rabbit;
    @Autowired AmqpAdmin admin;

    @BeforeAll
    static void needsABroker() {
        int port = Integer.parseInt(System.getenv().getOrDefault("RABBIT_PORT", "5672"));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 500);
        } catch (IOException e) {
            assumeTrue(false, "no RabbitMQ on port " + port);
        }
    }

    @BeforeEach
    void startClean() {
        reset(server);
        admin.purgeQueue("mail.dead");
        admin.purgeQueue("mail.bulk");
    }

    @Test
    void aTaskIsSentOnceAndThenGone() throws Exception {
        var task = new MailTask(UUID.randomUUID(), 42, "order-paid");
        queue.enqueue("order.paid", task);
        verify(server, timeout(5000)).send(task.taskId().toString(), 42, "order-paid");
    }

    @Test
    void aTaskThatKeepsFailingEndsInTheDeadLetterQueue() throws Exception {
        doThrow(new IllegalStateException("451 try later"))
                .when(server).send(anyString(), anyLong(), anyString());
        queue.enqueue("order.paid", new MailTask(UUID.randomUUID(), 43, "order-paid"));

        await().atMost(Duration.ofSeconds(10)).until(() -> waiting("mail.dead") == 1);
        verify(server, times(4)).send(anyString(), anyLong(), anyString());
        var dead = rabbit.receive("mail.dead", 1000);
        System.out.println("x-death: " + dead.getMessageProperties().getXDeathHeader());
        assertThat(dead.getMessageProperties().getXDeathHeader().getFirst())
                .satisfies(death -> {
                    assertThat(death.get("reason")).hasToString("delivery_limit");
                    assertThat(death.get("queue")).hasToString("mail.order");
                });
    }

    @Test
    void anUnknownTemplateIsNotTriedAgain() throws Exception {
        doThrow(new UnknownTemplate("nope")).when(server).send(any(), anyLong(), any());
        queue.enqueue("order.paid", new MailTask(UUID.randomUUID(), 44, "nope"));

        await().atMost(Duration.ofSeconds(10)).until(() -> waiting("mail.dead") == 1);
        verify(server).send(any(), anyLong(), any());
    }

    @Test
    void newslettersWaitInAQueueOfTheirOwn() {
        queue.enqueue("newsletter.spring.de", new MailTask(UUID.randomUUID(), 0, "spring"));
        await().atMost(Duration.ofSeconds(5)).until(() -> waiting("mail.bulk") == 1);
    }

    @Test
    void aTaskThatNoQueueTakesIsReported() {
        assertThatThrownBy(() ->
                queue.enqueue("invoice.paid", new MailTask(UUID.randomUUID(), 45, "x")))
                .isInstanceOf(IllegalStateException.class);
    }

    private long waiting(String name) {
        return admin.getQueueInfo(name).getMessageCount();
    }
}
