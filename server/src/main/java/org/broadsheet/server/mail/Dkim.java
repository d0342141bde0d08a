package org.broadsheet.server.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Signs messages as RFC 6376 says, relaxed for header and body, by RSA (RFC 8301) and Ed25519 (RFC
/// 8463) alike. Ours because the libraries that sign by Ed25519 bring a second set of keys and
/// parse the message anew for each signature; verified in tests by an independent one. Safe for
/// many threads.
///
/// The fields that a reader sees are signed once more than they are there, so that none can be
/// added.
final class Dkim {
    private static final Set<String> SIGNED =
            Set.of(
                    "from",
                    "to",
                    "reply-to",
                    "subject",
                    "date",
                    "message-id",
                    "mime-version",
                    "content-type",
                    "content-transfer-encoding",
                    "auto-submitted",
                    "precedence",
                    "list-id",
                    "list-help",
                    "list-archive",
                    "list-owner",
                    "list-post",
                    "list-subscribe",
                    "list-unsubscribe",
                    "list-unsubscribe-post",
                    "feedback-id");

    private static final List<String> SEEN = List.of("from", "to", "subject", "reply-to", "date");
    private static final int LINE = 72;

    private final String domain;
    private final List<Key> keys;
    private final Clock clock;

    /// A key under which messages are signed.
    ///
    /// @param selector under which its public half is published
    record Key(String selector, Kind kind, PrivateKey secret) {
        enum Kind {
            RSA("rsa-sha256"),
            ED25519("ed25519-sha256");

            private final String algorithm;

            Kind(String algorithm) {
                this.algorithm = algorithm;
            }
        }
    }

    Dkim(String domain, List<Key> keys, Clock clock) {
        this.domain = domain;
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /// A header field.
    ///
    /// @param name in small letters
    /// @param relaxed the whole field as it is signed
    private record Field(String name, String relaxed) {}

    /// The message with a signature of each key before it.
    ///
    /// @param message with lines that end with CR LF
    byte[] sign(byte[] message) {
        int end = endOfHeader(message);
        List<Field> fields = fields(new String(message, 0, end, StandardCharsets.ISO_8859_1));
        String bodyHash = Base64.getEncoder().encodeToString(sha256(relaxedBody(message, end + 2)));
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 2_000);
        for (Key key : keys) {
            out.writeBytes(ascii(signature(key, fields, bodyHash)));
        }
        out.writeBytes(message);
        return out.toByteArray();
    }

    private String signature(Key key, List<Field> fields, String bodyHash) {
        List<Field> signed = signed(fields);
        String start =
                "DKIM-Signature: v=1; a=%s; c=relaxed/relaxed; d=%s; s=%s;\r\n t=%d;\r\n"
                                .formatted(
                                        key.kind().algorithm,
                                        domain,
                                        key.selector(),
                                        clock.instant().getEpochSecond())
                        + names(signed)
                        + " bh="
                        + bodyHash
                        + ";\r\n b=";
        StringBuilder input = new StringBuilder();
        for (Field field : signed) {
            if (!field.relaxed().isEmpty()) {
                input.append(field.relaxed()).append("\r\n");
            }
        }
        input.append(relaxed(start).relaxed());
        return start + foldedBase64(sign(key, ascii(input.toString()))) + "\r\n";
    }

    /// The fields in the order in which they are signed: of those of one name the last first (RFC
    /// 6376, 5.4.2), and the names of those that must not be added.
    private static List<Field> signed(List<Field> fields) {
        List<Field> signed = new ArrayList<>();
        for (Field field : fields.reversed()) {
            if (SIGNED.contains(field.name())) {
                signed.add(field);
            }
        }
        SEEN.forEach(name -> signed.add(new Field(name, "")));
        return signed;
    }

    private static String names(List<Field> signed) {
        StringBuilder names = new StringBuilder(" h=");
        int lineStart = 0;
        for (int i = 0; i < signed.size(); i++) {
            String name = signed.get(i).name() + (i + 1 < signed.size() ? ":" : ";\r\n");
            if (names.length() - lineStart + name.length() > LINE) {
                names.append("\r\n ");
                lineStart = names.length() - 1;
            }
            names.append(name);
        }
        return names.toString();
    }

    private static String foldedBase64(byte[] signature) {
        String text = Base64.getEncoder().encodeToString(signature);
        StringBuilder folded = new StringBuilder();
        for (int from = 0; from < text.length(); from += LINE) {
            folded.append(from == 0 ? "" : "\r\n ")
                    .append(text, from, Math.min(text.length(), from + LINE));
        }
        return folded.toString();
    }

    private static byte[] sign(Key key, byte[] input) {
        try {
            Signature signature =
                    Signature.getInstance(
                            switch (key.kind()) {
                                case RSA -> "SHA256withRSA";
                                case ED25519 -> "Ed25519";
                            });
            signature.initSign(key.secret());
            signature.update(
                    switch (key.kind()) {
                        case RSA -> input;
                        case ED25519 -> sha256(input);
                    });
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the DKIM key " + key.selector() + " does not sign: " + e.getMessage(), e);
        }
    }

    /// Where the empty line between header and body begins.
    private static int endOfHeader(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r'
                    && message[i + 1] == '\n'
                    && message[i + 2] == '\r'
                    && message[i + 3] == '\n') {
                return i + 2;
            }
        }
        throw new IllegalArgumentException("a message has an empty line after its header");
    }

    private static List<Field> fields(String header) {
        List<Field> fields = new ArrayList<>();
        for (String field : header.split("\r\n(?![ \t])")) {
            if (!field.isBlank()) {
                fields.add(relaxed(field));
            }
        }
        return fields;
    }

    /// RFC 6376, 3.4.2.
    private static Field relaxed(String field) {
        int colon = field.indexOf(':');
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        StringBuilder value = new StringBuilder();
        boolean isSpace = false;
        for (int i = colon + 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                isSpace = true;
            } else {
                value.append(isSpace && !value.isEmpty() ? " " : "").append(c);
                isSpace = false;
            }
        }
        return new Field(name, name + ":" + value);
    }

    /// RFC 6376, 3.4.4.
    private static byte[] relaxedBody(byte[] message, int start) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(message.length - start + 2);
        int emptyLines = 0;
        int at = start;
        while (at < message.length) {
            int end = at;
            while (end < message.length && message[end] != '\n') {
                end++;
            }
            int length = body.size();
            int stop = end > at && message[end - 1] == '\r' ? end - 1 : end;
            if (!isBlank(message, at, stop)) {
                for (; emptyLines > 0; emptyLines--) {
                    body.write('\r');
                    body.write('\n');
                }
                writeRelaxed(body, message, at, stop);
            }
            if (body.size() == length) {
                emptyLines++;
            }
            at = end + 1;
        }
        return body.toByteArray();
    }

    private static boolean isBlank(byte[] message, int from, int to) {
        for (int i = from; i < to; i++) {
            if (message[i] != ' ' && message[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static void writeRelaxed(ByteArrayOutputStream body, byte[] line, int from, int to) {
        boolean isSpace = false;
        for (int i = from; i < to; i++) {
            if (line[i] == ' ' || line[i] == '\t') {
                isSpace = true;
            } else {
                if (isSpace) {
                    body.write(' ');
                }
                body.write(line[i]);
                isSpace = false;
            }
        }
        body.write('\r');
        body.write('\n');
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
