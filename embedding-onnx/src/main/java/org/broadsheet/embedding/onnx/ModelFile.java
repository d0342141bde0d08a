package org.broadsheet.embedding.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of the model inside a jar, with the hash that it must have. ONNX Runtime reads a file
/// with less memory than it needs for bytes handed over, so the jar's content is laid out on disk
/// once.
///
/// @param resource its path in the jar
/// @param sha256 64 hexadecimal digits
record ModelFile(String resource, String sha256) {
    /// The file in this folder, whole: laid out anew if it is missing or damaged. Several processes
    /// may do so at once; each moves a whole file into place.
    Path in(Path folder) {
        Path file = folder.resolve(Path.of(resource).getFileName());
        try {
            if (!isWhole(file)) {
                layOut(file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot lay out the embedding model as " + file + ": " + e.getMessage(), e);
        }
    }

    InputStream open() throws IOException {
        InputStream content = ModelFile.class.getResourceAsStream(resource);
        if (content == null) {
            throw new IOException(resource + " is not on the class path; its jar is missing");
        }
        return content;
    }

    private boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        MessageDigest digest = digest();
        try (var content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return hash(digest).equals(sha256);
    }

    private void layOut(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".part");
        try {
            String found = copyTo(part);
            if (!found.equals(sha256)) {
                throw new IOException(
                        "%s has hash %s in its jar, expected is %s"
                                .formatted(resource, found, sha256));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String copyTo(Path part) throws IOException {
        MessageDigest digest = digest();
        try (InputStream content = open();
                var out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
            content.transferTo(out);
        }
        return hash(digest);
    }

    private static String hash(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
