package org.broadsheet.server.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys under which a house signs its mail: an RSA key, which everybody checks, and an Ed25519
/// key. Each is a file in the folder, made where there is none, that its owner alone may read: the
/// private and the public half, as PEM.
///
/// @param selector of the RSA key; that of the other one has `-ed` behind it
public record DkimKeys(String selector, List<Pair> pairs) {
    private static final int RSA_BITS = 2_048;

    /// An Ed25519 public key follows 12 bytes that say what it is (RFC 8410); the record that is
    /// published has the key alone (RFC 8463).
    private static final int ED25519_PREFIX = 12;

    /// Both halves of a key.
    ///
    /// @param kind as in `rsa`
    public record Pair(String selector, String kind, KeyPair keys) {
        /// What the DNS must say at `SELECTOR._domainkey.DOMAIN`, as a text.
        public String published() {
            byte[] encoded = keys.getPublic().getEncoded();
            byte[] shown =
                    kind.equals("ed25519")
                            ? Arrays.copyOfRange(encoded, ED25519_PREFIX, encoded.length)
                            : encoded;
            return "v=DKIM1; k=" + kind + "; p=" + Base64.getEncoder().encodeToString(shown);
        }
    }

    public DkimKeys {
        pairs = List.copyOf(pairs);
    }

    /// The keys in the folder.
    public static DkimKeys in(Path folder, String selector) {
        try {
            Files.createDirectories(folder);
            return new DkimKeys(
                    selector,
                    List.of(
                            pair(folder, selector, "rsa", "RSA"),
                            pair(folder, selector + "-ed", "ed25519", "Ed25519")));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot keep the DKIM keys in " + folder + ": " + e.getMessage(), e);
        }
    }

    List<Dkim.Key> keys() {
        return pairs.stream()
                .map(it ->
                        new Dkim.Key(
                                it.selector(),
                                it.kind().equals("rsa") ? Dkim.Key.Kind.RSA : Dkim.Key.Kind.ED25519,
                                it.keys().getPrivate()))
                .toList();
    }

    private static Pair pair(Path folder, String selector, String kind, String algorithm)
            throws IOException {
        Path file = folder.resolve(selector + ".pem");
        try {
            if (Files.notExists(file)) {
                write(file, made(algorithm));
            }
            return new Pair(selector, kind, read(Files.readString(file), algorithm));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s holds no %s key; accepted are PRIVATE KEY and PUBLIC KEY as PEM"
                            .formatted(file, algorithm),
                    e);
        }
    }

    private static KeyPair made(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(RSA_BITS);
        }
        return generator.generateKeyPair();
    }

    private static void write(Path file, KeyPair keys) throws IOException {
        String text =
                pem("PRIVATE KEY", keys.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", keys.getPublic().getEncoded());
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isPosix) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private static String pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
    }

    private static KeyPair read(String text, String algorithm) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        PrivateKey secret =
                factory.generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE KEY")));
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(part(text, "PUBLIC KEY")));
        return new KeyPair(open, secret);
    }

    private static byte[] part(String text, String what) {
        Matcher part =
                Pattern.compile("(?s)-----BEGIN %s-----(.*?)-----END %s-----".formatted(what, what))
                        .matcher(text);
        if (!part.find()) {
            throw new IllegalArgumentException("no " + what);
        }
        return Base64.getMimeDecoder().decode(part.group(1));
    }
}
