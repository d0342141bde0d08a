package org.broadsheet.server.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.server.config.Settings;
import org.jspecify.annotations.Nullable;

/// Signing in by an identity at an issuer elsewhere: OpenID Connect Core 1.0 (§3.1, the code flow,
/// with PKCE). What the issuer offers is read from its discovery document when somebody first asks.
/// Safe for many threads.
public final class OpenIdConnect {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();
    private static final int LONGEST_KEYS = 256 * 1024;

    private final Settings.OpenId issuer;
    private @Nullable OIDCProviderMetadata offered;

    public OpenIdConnect(Settings.OpenId issuer) {
        this.issuer = issuer;
    }

    public Settings.OpenId issuer() {
        return issuer;
    }

    /// Where to send the browser.
    ///
    /// @param back the address of ours to which the issuer sends it back; registered there
    public URI away(Attempt attempt, URI back) throws SignInRefused {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "email"),
                        new ClientID(issuer.client()),
                        back)
                .endpointURI(offered().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// What the issuer says of whoever came back.
    ///
    /// @param answer the whole address at which the browser came back
    public Claims back(Attempt attempt, URI back, URI answer) throws SignInRefused {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            if (!new State(attempt.state()).equals(response.getState())) {
                throw new SignInRefused("This answer is to another question. Sign in anew.");
            }
            if (response instanceof AuthenticationErrorResponse refused) {
                throw new SignInRefused(
                        "%s did not sign you in: %s"
                                .formatted(
                                        issuer.name(), refused.getErrorObject().getDescription()));
            }
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw new SignInRefused(issuer.name() + " answered without a code. Sign in anew.");
            }
            return claims(tokens(attempt, back, code), attempt);
        } catch (GeneralException | IOException e) {
            throw cannotAsk(e);
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInRefused(
                    "What %s says cannot be believed: %s".formatted(issuer.name(), e.getMessage()),
                    e);
        }
    }

    private OIDCTokenResponse tokens(Attempt attempt, URI back, AuthorizationCode code)
            throws GeneralException, IOException, SignInRefused {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, back, new CodeVerifier(attempt.verifier()));
        ClientID client = new ClientID(issuer.client());
        URI endpoint = offered().getTokenEndpointURI();
        TokenRequest.Builder request =
                issuer.secret().isEmpty()
                        ? new TokenRequest.Builder(endpoint, client, grant)
                        : new TokenRequest.Builder(
                                endpoint,
                                new ClientSecretBasic(client, new Secret(issuer.secret())),
                                grant);
        HTTPRequest http = request.build().toHTTPRequest();
        http.setConnectTimeout(PATIENCE_MILLIS);
        http.setReadTimeout(PATIENCE_MILLIS);
        TokenResponse response = OIDCTokenResponseParser.parse(http.send());
        if (response instanceof OIDCTokenResponse tokens) {
            return tokens;
        }
        throw new SignInRefused(
                "%s did not accept the code: %s"
                        .formatted(
                                issuer.name(),
                                response.toErrorResponse().getErrorObject().getDescription()));
    }

    private Claims claims(OIDCTokenResponse tokens, Attempt attempt)
            throws GeneralException, IOException, BadJOSEException, JOSEException, SignInRefused {
        OIDCProviderMetadata provider = offered();
        IDTokenValidator validator =
                new IDTokenValidator(
                        provider.getIssuer(),
                        new ClientID(issuer.client()),
                        algorithm(provider.getIDTokenJWSAlgs()),
                        provider.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(
                                PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_KEYS));
        IDTokenClaimsSet said =
                validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
        boolean isConfirmed = Boolean.TRUE.equals(said.getBooleanClaim("email_verified"));
        return new Claims(
                said.getIssuer().getValue(),
                said.getSubject().getValue(),
                Optional.ofNullable(said.getStringClaim("preferred_username")),
                Optional.ofNullable(said.getStringClaim("name")),
                isConfirmed ? Optional.ofNullable(said.getStringClaim("email")) : Optional.empty());
    }

    /// RS256, which every issuer must offer (Discovery 1.0, §3), unless it says that it does not.
    private static JWSAlgorithm algorithm(@Nullable List<JWSAlgorithm> offered) {
        return offered == null || offered.isEmpty() || offered.contains(JWSAlgorithm.RS256)
                ? JWSAlgorithm.RS256
                : offered.getFirst();
    }

    private synchronized OIDCProviderMetadata offered() throws SignInRefused {
        OIDCProviderMetadata known = offered;
        if (known == null) {
            try {
                known =
                        OIDCProviderMetadata.resolve(
                                new com.nimbusds.oauth2.sdk.id.Issuer(issuer.issuer()),
                                PATIENCE_MILLIS,
                                PATIENCE_MILLIS);
            } catch (GeneralException | IOException e) {
                throw cannotAsk(e);
            }
            offered = known;
        }
        return known;
    }

    private SignInRefused cannotAsk(Exception e) {
        return new SignInRefused(
                "%s cannot be asked right now: %s".formatted(issuer.name(), e.getMessage()), e);
    }
}
