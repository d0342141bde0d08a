package org.broadsheet.server.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.enrichment.Once;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.reader.key.PasskeyStore;
import org.jspecify.annotations.Nullable;

/// The two ceremonies of Web Authentication (W3C, level 3): a reader's device makes a passkey
/// (§7.1), and signs in with it (§7.2). The device must have verified its owner, by finger, face or
/// code: a passkey stands for both a name and a password. No attestation is asked for: every kind
/// of device is welcome.
public final class Passkeys {
    /// How long a browser may wait for its owner.
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String SIGNING_IN = "passkey";
    private static final String REQUIRED = "required";
    private static final String TYPE = "public-key";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /// What devices sign with, the best first: Ed25519, ECDSA with P-256, RSA.
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.RS256);

    private final PasskeyStore store;
    private final Challenges challenges;
    private final InstantSource clock;

    /// Made when somebody first uses a passkey: it takes a while to set up.
    private final Once<Ceremony> ceremony = new Once<>(Ceremony::new);

    private static final class Ceremony {
        final ObjectConverter formats = new ObjectConverter();
        final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(formats);
        final AttestedCredentialDataConverter credentials =
                new AttestedCredentialDataConverter(formats);
    }

    public Passkeys(PasskeyStore store, Challenges challenges, InstantSource clock) {
        this.store = store;
        this.challenges = challenges;
        this.clock = clock;
    }

    /// @param name by which the reader signs in
    /// @param shown how the reader is shown
    public CreationOptions beginAdding(ReaderId reader, String name, String shown, Site site) {
        return new CreationOptions(
                new CreationOptions.RelyingParty(site.id(), site.name()),
                new CreationOptions.User(handle(reader), name, shown),
                challenges.issue(adding(reader)),
                ALGORITHMS.stream()
                        .map(one -> new CreationOptions.KeyKind(TYPE, one.getValue()))
                        .toList(),
                PATIENCE.toMillis(),
                store.of(reader).stream()
                        .map(known -> new CreationOptions.Known(TYPE, known.id()))
                        .toList(),
                new CreationOptions.Selection(REQUIRED, REQUIRED),
                "none");
    }

    /// Keeps the passkey that the reader's device made.
    ///
    /// @param label by which the reader will know it
    /// @param json `RegistrationResponseJSON` (§5.1)
    /// @throws IllegalArgumentException if the label is not accepted
    public Passkey finishAdding(ReaderId reader, String label, String json, Site site)
            throws SignInRefused {
        Ceremony rules = ceremony.get();
        AttestedCredentialData made;
        long uses;
        try {
            RegistrationData data = rules.manager.parseRegistrationResponseJSON(json);
            rules.manager.verify(
                    data,
                    new RegistrationParameters(
                            property(data.getCollectedClientData(), adding(reader), site),
                            ALGORITHMS.stream()
                                    .map(one ->
                                            new PublicKeyCredentialParameters(
                                                    PublicKeyCredentialType.PUBLIC_KEY, one))
                                    .toList(),
                            true,
                            true));
            var device = present(data.getAttestationObject()).getAuthenticatorData();
            made = present(device.getAttestedCredentialData());
            uses = device.getSignCount();
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw notAccepted(e);
        }
        Passkey passkey =
                new Passkey(
                        BASE64.encodeToString(made.getCredentialId()),
                        reader,
                        label,
                        BASE64.encodeToString(rules.credentials.convert(made)),
                        uses,
                        clock.instant(),
                        null);
        if (!store.add(passkey)) {
            throw new SignInRefused("This passkey is known here already.");
        }
        return passkey;
    }

    public RequestOptions beginSigningIn(Site site) {
        return new RequestOptions(
                challenges.issue(SIGNING_IN), PATIENCE.toMillis(), site.id(), REQUIRED);
    }

    /// @param json `AuthenticationResponseJSON` (§5.1)
    /// @return whose passkey it is
    public ReaderId finishSigningIn(String json, Site site) throws SignInRefused {
        try {
            AuthenticationData data = ceremony.get().manager.parseAuthenticationResponseJSON(json);
            Passkey passkey =
                    store.get(BASE64.encodeToString(data.getCredentialId()))
                            .orElseThrow(
                                    () -> new SignInRefused("This passkey is not known here."));
            ceremony.get()
                    .manager
                    .verify(
                            data,
                            new AuthenticationParameters(
                                    property(data.getCollectedClientData(), SIGNING_IN, site),
                                    record(passkey),
                                    null,
                                    true,
                                    true));
            requireOwn(passkey, data);
            long uses = present(data.getAuthenticatorData()).getSignCount();
            if (!store.use(passkey.id(), uses, clock.instant())) {
                throw new SignInRefused(
                        "This passkey was used elsewhere in the meantime; it may have been copied.");
            }
            return passkey.reader();
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw notAccepted(e);
        }
    }

    /// What the answer must agree with. Its challenge is one of ours, and is used up by asking.
    private ServerProperty property(@Nullable CollectedClientData client, String purpose, Site site)
            throws SignInRefused {
        byte[] challenge = present(client).getChallenge().getValue();
        if (!challenges.take(purpose, BASE64.encodeToString(challenge))) {
            throw new SignInRefused(
                    "That took longer than %d minutes, or was sent twice. Try again."
                            .formatted(PATIENCE.toMinutes()));
        }
        return ServerProperty.builder()
                .origins(Set.of(new Origin(site.origin())))
                .rpId(site.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                passkey.uses(),
                ceremony.get()
                        .credentials
                        .convert(Base64.getUrlDecoder().decode(passkey.credential())),
                null,
                null,
                null,
                null);
    }

    /// A device says whose passkey it believes to have.
    private static void requireOwn(Passkey passkey, AuthenticationData data) throws SignInRefused {
        Optional<byte[]> owner = Optional.ofNullable(data.getUserHandle());
        if (owner.isPresent() && !Arrays.equals(owner.get(), bytes(passkey.reader()))) {
            throw new SignInRefused("This passkey is somebody else's.");
        }
    }

    private static String adding(ReaderId reader) {
        return "passkey of " + reader;
    }

    private static String handle(ReaderId reader) {
        return BASE64.encodeToString(bytes(reader));
    }

    private static byte[] bytes(ReaderId reader) {
        return reader.value().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T present(@Nullable T part) throws SignInRefused {
        if (part == null) {
            throw new SignInRefused("The device's answer is not whole.");
        }
        return part;
    }

    private static SignInRefused notAccepted(RuntimeException e) {
        return new SignInRefused("This passkey is not accepted: " + e.getMessage(), e);
    }
}
