package shop;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.stereotype.Component;

/** The gRPC port has no servlet filters: every call shows the token of one of the shop's own services here. */
@Component
@GlobalServerInterceptor
class InventoryDoor implements ServerInterceptor {
    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final JwtDecoder decoder;
    private final JwtAuthenticationConverter converter;

    InventoryDoor(JwtDecoder decoder, JwtAuthenticationConverter converter) {
        this.decoder = decoder;
        this.converter = converter;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Status refused = refusal(headers.get(AUTHORIZATION));
        if (refused == null) return next.startCall(call, headers);
        call.close(refused, new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private Status refusal(String header) {
        if (header == null || !header.startsWith("Bearer ")) return Status.UNAUTHENTICATED;
        try {
            var caller = converter.convert(decoder.decode(header.substring("Bearer ".length())));
            boolean isService = caller.getAuthorities().stream()
                    .anyMatch(right -> "stock:reserve".equals(right.getAuthority()));
            return isService ? null : Status.PERMISSION_DENIED;
        } catch (JwtException e) {
            return Status.UNAUTHENTICATED;
        }
    }
}
