package org.broadsheet.server.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Says which passwords are accepted, and turns them into hashes that are slow to guess: Argon2id
/// with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet has it. No more
/// are worked on at once than there are processors, so that a crowd at the door takes no more
/// memory.
public final class Passwords {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 19 * 1_024;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /// What is compared with where there is no hash to compare with.
    private @Nullable String nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    public static Passwords argon2() {
        return new Passwords(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, PASSES));
    }

    /// @throws IllegalArgumentException if the password is not accepted, saying why
    public void require(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "a password has %d to %d characters, got %d"
                            .formatted(SHORTEST, LONGEST, length));
        }
        if (password.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the password must not be the name; take another");
        }
        if (CommonPasswords.contain(password)) {
            throw new IllegalArgumentException(
                    "that password is one that many people have; take another,"
                            + " as a few words that do not belong together");
        }
    }

    public String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(normal(password))));
    }

    /// Whether the password is that of the hash. Without a hash (empty) the same work is done, and
    /// the answer is no: the time tells nobody which names there are.
    public boolean matches(String password, String hash) {
        String other = nobodys();
        boolean isThere = !hash.isEmpty();
        boolean isRight = inTurn(() -> encoder.matches(normal(password), isThere ? hash : other));
        return isThere && isRight;
    }

    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hash("no reader's");
        }
        return nobodys;
    }

    /// Keyboards write the same letters in different ways.
    private static String normal(String password) {
        String cut = password.length() <= 2 * LONGEST ? password : password.substring(0, LONGEST);
        return Normalizer.normalize(cut, Normalizer.Form.NFKC);
    }

    private interface Work<T> {
        T done();
    }

    private <T> T inTurn(Work<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }
}
