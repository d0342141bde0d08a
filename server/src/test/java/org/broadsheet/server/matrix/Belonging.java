package org.broadsheet.server.matrix;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.account.Session;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.server.house.House;
import org.broadsheet.storage.Storage;

/// Something of a reader's that requests name by its id: what its owner may send, and nobody else.
/// A new route with such an id needs a line here.
enum Belonging {
    COMMENT_EDITED(
            "/papers/{*path}", Belonging.COMMENTS + "00000000000000000001/edit", "text=Other."),
    COMMENT_REMOVED("/papers/{*path}", Belonging.COMMENTS + "00000000000000000001/remove", ""),
    SESSION_ENDED(
            "/settings/account/sessions/end",
            "/settings/account/sessions/end",
            "session=" + "5e".repeat(32)),
    PASSKEY_REMOVED("/settings/account/keys/remove", "/settings/account/keys/remove", "id=adas"),
    IDENTITY_UNLINKED(
            "/settings/account/keys/unlink",
            "/settings/account/keys/unlink",
            "issuer=https://id.example&subject=adas"),
    NOTICE_READ("/notifications", "/notifications", "mark=read&notice=n-adas"),
    NOTICE_DONE("/notifications", "/notifications", "mark=done&notice=n-adas");

    private static final String COMMENTS = "/papers/2308.16898/comments/";
    private static final PaperId PAPER = PaperId.of("2308.16898");
    private static final CommentId COMMENT = new CommentId("00000000000000000001");

    private final Entry change;

    Belonging(String pattern, String path, String form) {
        change = Entry.post(pattern, EnumSet.of(Role.READER), path, form);
    }

    /// The request that changes it.
    Entry change() {
        return change;
    }

    /// Several notices are marked at once; those of others are passed over, and the inbox shows
    /// what is the reader's own.
    boolean isPassedOver() {
        return change.path().equals("/notifications");
    }

    /// Gives the reader one of each.
    static void give(House house, ReaderId ada) {
        Storage storage = house.storage();
        Instant now = house.clock().instant();
        storage.discussion()
                .add(
                        Comment.of(COMMENT, PAPER, Optional.empty(), ada, now, "As it is."),
                        List.of());
        storage.sessions()
                .open(new Session("5e".repeat(32), ada, now, now, "elsewhere", "192.0.2.1"));
        storage.passkeys().add(new Passkey("adas", ada, "phone", "AAAA", 0, now, null));
        storage.identities().link(new OutsideIdentity("https://id.example", "adas", ada, now));
        storage.notices()
                .add(
                        List.of(
                                new Notice(
                                        "n-adas",
                                        ada,
                                        Notice.Kind.MENTION,
                                        new Notice.Subject(null, PAPER, COMMENT.value(), ""),
                                        now,
                                        State.UNREAD,
                                        false)));
    }

    /// All of the reader's, in words, for comparison.
    static String seen(House house, ReaderId ada) {
        Storage storage = house.storage();
        Set<State> all = EnumSet.allOf(State.class);
        return String.join(
                "\n",
                storage.comments().by(ada).toString(),
                storage.sessions().find("5e".repeat(32), house.clock().instant()).toString(),
                storage.passkeys().of(ada).toString(),
                storage.identities().of(ada).toString(),
                storage.notices().of(ada, all, "", 10).toString());
    }
}
