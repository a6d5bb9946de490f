package shop.auth;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

@Component
public record Tokens(JwtEncoder encoder,
              @Value("${shop.issuer}") String issuer,
              @Value("${shop.audience}") String audience,
              @Value("${shop.token-lifetime}") Duration lifetime) {

    // #region issue
    public String issue(Account account) {
        Instant now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(audience))
                .subject(String.valueOf(account.id()))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim("roles", List.of(account.role().name()))
                .build();
        return encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }
    // #endregion issue
}

@Configuration
class Keys {
    /** A key a start: enough to learn with. Production reads it from a secret store. */
    @Bean
    KeyPair signingKey() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    @Bean
    JwtEncoder jwtEncoder(KeyPair key) {
        return NimbusJwtEncoder.withKeyPair((RSAPublicKey) key.getPublic(), (RSAPrivateKey) key.getPrivate()).build();
    }

    // #region decoder
    @Bean
    JwtDecoder jwtDecoder(KeyPair key, @Value("${shop.issuer}") String issuer,
                          @Value("${shop.audience}") String audience) {
        var decoder = NimbusJwtDecoder
                .withPublicKey((RSAPublicKey) key.getPublic()).build();
        var times = new JwtTimestampValidator();
        // By default a token without exp never ends.
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                times,
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(audience)));
        return decoder;
    }
    // #endregion decoder
}
