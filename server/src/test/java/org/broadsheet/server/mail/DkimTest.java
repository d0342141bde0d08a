package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMCommon;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.impl.BodyHasherImpl;
import org.apache.james.jdkim.impl.Message;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.MailingId;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.server.config.MailSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our signatures, verified by an independent implementation: jDKIM for RSA; for Ed25519, which it
/// does not know, its canonical forms and the JDK's check of the signature.
class DkimTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-11-07T12:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder = Path.of("");

    private DkimKeys keys() {
        return DkimKeys.in(folder, "papers");
    }

    private byte[] signed(String message) {
        return new Dkim("example.org", keys().keys(), CLOCK)
                .sign(message.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] packed(Letter letter) {
        MailSettings settings = SmtpTransportTest.settings();
        Claimed claimed =
                new Claimed(
                        new DeliveryId(new MailingId("m"), new SubscriberId("s")),
                        Mailing.Kind.DIGEST,
                        new MailAddress("ada@example.net"),
                        "node",
                        1,
                        1,
                        null);
        return new MimePacking(
                        settings,
                        new ReturnPath(() -> new byte[32], settings.bounces()),
                        new Dkim("example.org", keys().keys(), CLOCK)::sign,
                        CLOCK)
                .pack(claimed, letter)
                .message();
    }

    private static Letter letter() {
        return new Letter(
                "Grüße: 王伟 and " + "a long subject ".repeat(8),
                "Text  with   spaces \nand\ttabs\n\n\n.\nFrom the end\n\n\n",
                "<p>HTML — " + "x".repeat(3_000) + "</p>",
                List.of(
                        new Letter.Field("List-Id", "Daily papers <daily.example.org>"),
                        new Letter.Field(
                                "List-Unsubscribe",
                                "<https://example.org/u/" + "a".repeat(90) + ">, <mailto:u@x.org>"),
                        new Letter.Field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
    }

    private List<SignatureRecord> verified(byte[] message) throws Exception {
        DKIMVerifier verifier =
                new DKIMVerifier((_, selector, domain) -> {
                    assertThat(domain.toString()).isEqualTo("example.org");
                    return keys().pairs().stream()
                            .filter(it -> it.selector().contentEquals(selector))
                            .map(DkimKeys.Pair::published)
                            .toList();
                });
        return verifier.verify(new ByteArrayInputStream(message));
    }

    @Test
    void anIndependentVerifierAcceptsTheRsaSignature() throws Exception {
        for (String body : List.of("x", "x\r\n", " \r\n\r\n x \t y\r\n \r\n\r\n")) {
            byte[] message =
                    signed("From: a@example.org\r\nSubject:  a\r\n\t folded  one \r\n\r\n" + body);
            assertThat(rsaOnly(message)).hasSize(1);
        }
        assertThat(rsaOnly(packed(letter()))).hasSize(1);
    }

    /// RFC 6376, 3.4.4, gives the hash; jDKIM takes a line end for an empty body.
    @Test
    void anEmptyBodyHasTheHashThatTheStandardSays() {
        for (String body : List.of("", "\r\n", " \r\n\t\r\n")) {
            assertThat(text(signed("From: a@example.org\r\n\r\n" + body)))
                    .contains(" bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
        }
    }

    private List<SignatureRecord> rsaOnly(byte[] message) throws Exception {
        return verified(withoutSignature(message, "ed25519-sha256"));
    }

    /// The message without its signature by that algorithm.
    private static byte[] withoutSignature(byte[] message, String algorithm) {
        return text(message)
                .replaceFirst("(?s)DKIM-Signature: v=1; a=" + algorithm + ".*?\r\n(?![ \t])", "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }

    @Test
    void theVerifierSeesWhateverIsChanged() {
        String message = text(packed(letter()));
        for (String changed :
                List.of(
                        message.replace("Text", "Texts"),
                        message.replaceFirst("\r\nTo: [^\r]*", "\r\nTo: eve@example.net"),
                        message.replace("One-Click", "Two-Click"),
                        message.replaceFirst("\r\nFrom:", "\r\nFrom: eve@example.org\r\nFrom:"),
                        message.replaceFirst("https://example.org/u/a", "https://example.org/u/b"),
                        message + "more\r\n")) {
            assertThat(changed).isNotEqualTo(message);
            assertThatThrownBy(() -> rsaOnly(changed.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(FailException.class);
        }
    }

    @Test
    void theEd25519SignatureFitsTheSameFormsByAnotherHand() throws Exception {
        for (byte[] message :
                List.of(
                        packed(letter()),
                        signed("From: a@example.org\r\nX: y\r\n\r\n a  b \r\n\r\n"))) {
            assertThat(isEd25519(message)).isTrue();
            assertThat(
                            isEd25519(
                                    text(message)
                                            .replaceFirst("\r\nFrom: ", "\r\nFrom: e")
                                            .getBytes(StandardCharsets.ISO_8859_1)))
                    .isFalse();
        }
    }

    private boolean isEd25519(byte[] bytes) throws Exception {
        byte[] message = withoutSignature(bytes, "rsa-sha256");
        Message read = new Message(new ByteArrayInputStream(message));
        String value = read.getFields("dkim-signature").getFirst().replaceFirst("[^:]*:", "");
        assertThat(value).contains("a=ed25519-sha256", "s=papers-ed");
        // jDKIM hashes the body as for RSA, whose hash is the same.
        SignatureRecord record =
                new SignatureRecordImpl(value.replace("ed25519-sha256", "rsa-sha256"));
        BodyHasher hasher = new BodyHasherImpl(record);
        DKIMCommon.streamCopy(read.getBodyInputStream(), hasher.getOutputStream());
        assertThat(((BodyHasherImpl) hasher).getDigest()).isEqualTo(record.getBodyHash());
        PublicKey key = keys().pairs().get(1).keys().getPublic();
        return Canonical.verify(read, new SignatureRecordImpl(value), key);
    }

    /// Reaches jDKIM's canonical header.
    private static final class Canonical extends DKIMCommon {
        static boolean verify(Headers headers, SignatureRecord record, PublicKey key)
                throws Exception {
            HashedEd25519 signature = new HashedEd25519();
            signature.initVerify(key);
            signatureCheck(headers, record, record.getHeaders(), signature);
            return signature.verify(record.getSignature());
        }
    }

    /// Ed25519 over a SHA-256, as RFC 8463 has it.
    private static final class HashedEd25519 extends Signature {
        private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        private Optional<PublicKey> key = Optional.empty();

        HashedEd25519() throws Exception {
            super("Ed25519 over SHA-256");
        }

        @Override
        protected void engineInitVerify(PublicKey publicKey) {
            key = Optional.of(publicKey);
        }

        @Override
        protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
            throw new InvalidKeyException("it only verifies");
        }

        @Override
        protected void engineUpdate(byte b) {
            digest.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            throw new SignatureException("it only verifies");
        }

        @Override
        protected boolean engineVerify(byte[] signed) throws SignatureException {
            try {
                Signature plain = Signature.getInstance("Ed25519");
                plain.initVerify(key.orElseThrow());
                plain.update(digest.digest());
                return plain.verify(signed);
            } catch (java.security.GeneralSecurityException e) {
                throw new SignatureException(e);
            }
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            return "";
        }
    }

    @Test
    void theUnsubscribeFieldsAreSigned() {
        String message = text(packed(letter()));
        String signatures = message.substring(0, message.indexOf("\r\nDate:") + 2);
        assertThat(signatures.replaceAll("\r\n ", ""))
                .containsPattern("h=[a-z:-]*list-unsubscribe-post:[a-z:-]*;")
                .containsPattern("h=[a-z:-]*list-unsubscribe:[a-z:-]*;");
        assertThat(message.lines()).allMatch(line -> line.length() <= 998);
        assertThat(message.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void keysAreMadeOnceForTheirOwnerAlone() throws Exception {
        DkimKeys made = keys();
        assertThat(keys().pairs().getFirst().published())
                .isEqualTo(made.pairs().getFirst().published())
                .startsWith("v=DKIM1; k=rsa; p=MII");
        String shown = made.pairs().getLast().published();
        assertThat(shown).startsWith("v=DKIM1; k=ed25519; p=");
        assertThat(Base64.getDecoder().decode(shown.replaceFirst(".*p=", ""))).hasSize(32);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("papers.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws Exception {
        Files.writeString(folder.resolve("papers.pem"), "-----BEGIN PRIVATE KEY-----\nxx\n");
        assertThatIllegalArgumentException()
                .isThrownBy(this::keys)
                .withMessageContaining("papers.pem holds no RSA key");
    }
}
