package org.broadsheet.server.account;

import org.broadsheet.account.MailAddress;
import org.broadsheet.mail.Message;
import org.broadsheet.reader.Reader;

/// The words of the mails about accounts. Nobody's typed words stand in a subject.
final class Letters {
    private Letters() {}

    static Message confirm(MailAddress to, Reader reader, String link) {
        return letter(
                to,
                "Confirm your address",
                """
                Somebody, likely you, gave this address for the account @%s.

                If it was you, open this page and press its button within two days:

                %s

                If not, do nothing: the address is not used.
                """
                        .formatted(reader.name(), link));
    }

    static Message alreadyYours(MailAddress to, Reader reader, String site) {
        return letter(
                to,
                "You have an account already",
                """
                Somebody, perhaps you, gave this address for another account. It belongs to your
                account @%s, and stays with it.

                If you forgot the password, you can set a new one here:

                %s/forgot
                """
                        .formatted(reader.name(), site));
    }

    static Message reset(MailAddress to, Reader reader, String link) {
        return letter(
                to,
                "Set a new password",
                """
                Somebody, likely you, asked for a new password for the account @%s.

                If it was you, set it here within an hour:

                %s

                If not, do nothing: the old one stays.
                """
                        .formatted(reader.name(), link));
    }

    static Message passwordChanged(MailAddress to, Reader reader) {
        return letter(
                to,
                "Your password was changed",
                """
                The password of your account @%s was changed just now, and all other browsers were
                signed out.

                If it was not you, set a new one with "Forgot the password?" on the sign-in page,
                and tell whoever runs the house.
                """
                        .formatted(reader.name()));
    }

    static Message invitation(MailAddress to, Reader by, String link) {
        return letter(
                to,
                "You are invited",
                """
                @%s invites you to read, vote and discuss with them. Make your account here within
                two weeks:

                %s
                """
                        .formatted(by.name(), link));
    }

    private static Message letter(MailAddress to, String subject, String body) {
        return new Message(to.value(), subject, body, Message.Kind.ACCOUNT);
    }
}
