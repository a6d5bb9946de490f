package shop.realtime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

// #region config
@Configuration
@EnableWebSocket
class WebSocketConfig implements WebSocketConfigurer {

    private final SupportChat chat;

    WebSocketConfig(SupportChat chat) {
        this.chat = chat;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(chat, "/ws/orders/42/chat")
                .setAllowedOrigins("https://shop.example"); // others get 403
    }

    @Bean
    ServletServerContainerFactoryBean limits() {
        var limits = new ServletServerContainerFactoryBean();
        limits.setMaxTextMessageBufferSize(4_096);  // longer: close code 1009
        limits.setMaxSessionIdleTimeout(90_000L);   // silent for 90 s: closed
        return limits;
    }
}
// #endregion config
