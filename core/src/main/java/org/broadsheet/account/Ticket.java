package org.broadsheet.account;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// What a secret allows, once and for a while.
///
/// @param hash of the secret that its holder shows
/// @param reader whom it is for; absent where there is no account yet
/// @param about the mail address to confirm, the role to take, or what a passkey is to do; else
///   empty
public record Ticket(
        String hash,
        Purpose purpose,
        @Nullable ReaderId reader,
        String about,
        Instant made,
        Instant until) {
    public enum Purpose {
        /// To show that a mail address is the reader's own.
        CONFIRM(Duration.ofDays(2)),
        /// To set a password without the old one.
        RESET(Duration.ofHours(1)),
        /// To make an account where not everybody may.
        INVITATION(Duration.ofDays(14)),
        /// To make the first account of a house.
        FIRST(Duration.ofDays(30)),
        /// To begin a subscription at an address.
        SUBSCRIPTION(Duration.ofDays(2)),
        /// To use or add a passkey: what the device signs.
        PASSKEY(Duration.ofMinutes(5));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    /// A new one, with its purpose's life.
    public static Ticket of(
            Secret secret, Purpose purpose, @Nullable ReaderId reader, String about, Instant now) {
        return new Ticket(secret.hash(), purpose, reader, about, now, now.plus(purpose.life()));
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
