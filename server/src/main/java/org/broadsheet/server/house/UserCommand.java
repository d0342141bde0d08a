package org.broadsheet.server.house;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.broadsheet.account.Secret;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.LastAdmin;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Accounts.Joining;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.jspecify.annotations.Nullable;

/// `user add`, `user list`, `user role`, `user block`, `user unblock`, `user link` and `user
/// delete`: who has an account. What it changes stands in the audit log.
public final class UserCommand implements OwnerCommand<UserCommand.Arguments> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int A_PAGE = 500;

    private final House house;

    /// What is to be done.
    public enum Deed {
        ADD,
        LIST,
        ROLE,
        BLOCK,
        UNBLOCK,
        LINK,
        DELETE
    }

    /// @param name of the account, as typed; empty for a list
    /// @param shown the new account's shown name, or empty
    /// @param password the new account's, or empty for a link that sets it
    /// @param json whether to answer for programs
    public record Arguments(
            Deed deed, String name, Role role, String shown, String password, boolean json) {}

    /// The answer for programs, a line for each account.
    ///
    /// @param link a path that sets the password once, or nothing
    record Line(
            String id,
            String name,
            String shown,
            Role role,
            Instant joined,
            @Nullable Instant blockedSince,
            @Nullable String link) {
        static Line of(Reader reader, @Nullable String link) {
            return new Line(
                    reader.id().value(),
                    reader.name(),
                    reader.shown(),
                    reader.role(),
                    reader.joined(),
                    reader.blockedSince(),
                    link);
        }
    }

    public UserCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "user";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        try {
            switch (arguments.deed()) {
                case ADD -> add(arguments, telling);
                case LIST -> list(arguments, telling);
                case ROLE ->
                        change(
                                arguments,
                                it -> it.as(arguments.role()),
                                "gave the role " + word(arguments.role()),
                                telling);
                case BLOCK -> change(arguments, it -> it.blocked(now()), "blocked", telling);
                case UNBLOCK -> change(arguments, Reader::unblocked, "unblocked", telling);
                case LINK -> link(member(arguments.name()), arguments, telling);
                case DELETE -> delete(member(arguments.name()), arguments, telling);
            }
            return DONE;
        } catch (IllegalArgumentException | LastAdmin e) {
            telling.error(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private void add(Arguments arguments, Telling telling) {
        Accounts accounts = house.accounts();
        if (arguments.password().isEmpty()) {
            String shown = arguments.shown().isBlank() ? arguments.name() : arguments.shown();
            Reader reader = accounts.joinWithoutPassword(arguments.name(), shown, arguments.role());
            note("made the account", reader, "as " + word(reader.role()));
            link(reader, arguments, telling);
            return;
        }
        Joining joining =
                new Joining(arguments.name(), arguments.shown(), arguments.password(), "");
        Reader reader = accounts.join(joining, arguments.role(), "");
        note("made the account", reader, "as " + word(reader.role()));
        tell(reader, arguments, "was added", telling);
    }

    private void link(Reader reader, Arguments arguments, Telling telling) {
        Secret secret = house.accounts().resetting(reader);
        note("made a link that sets the password of", reader, "");
        String link = "/reset?token=" + secret.value();
        telling.line(
                arguments.json()
                        ? Telling.json(Line.of(reader, link))
                        : "%s, %s. Within an hour, set the password once at the house’s address and%n%s"
                                .formatted(reader.name(), word(reader.role()), link));
    }

    /// With all that the reader left, as if they had gone by themselves.
    private void delete(Reader reader, Arguments arguments, Telling telling) {
        house.accounts().leave(reader);
        note("deleted the account", reader, "");
        tell(reader, arguments, "was deleted", telling);
    }

    private void note(String action, Reader reader, String note) {
        house.storage()
                .audit()
                .append(
                        new AuditLog.Act(
                                now(),
                                AuditLog.Kind.OPERATOR,
                                null,
                                "",
                                action,
                                new Subject("reader", reader.id().value()),
                                note));
    }

    private void list(Arguments arguments, Telling telling) {
        ReaderStore readers = house.storage().readers();
        List<Reader> some = readers.after("", A_PAGE);
        if (some.isEmpty() && !arguments.json()) {
            telling.line("Nobody has an account. The first: broadsheet user add NAME --role admin");
        }
        while (!some.isEmpty()) {
            some.forEach(it -> tell(it, arguments, "", telling));
            some = readers.after(some.getLast().name(), A_PAGE);
        }
    }

    private void change(
            Arguments arguments, UnaryOperator<Reader> change, String action, Telling telling) {
        Reader member = member(arguments.name());
        Reader changed =
                house.storage()
                        .readers()
                        .change(member.id(), change)
                        .orElseThrow(() -> unknown(arguments.name()));
        if (!changed.equals(member)) {
            note(action, changed, "was " + state(member));
        }
        tell(changed, arguments, "", telling);
    }

    private static String state(Reader reader) {
        return word(reader.role()) + (reader.isBlocked() ? ", blocked" : "");
    }

    private Reader member(String name) {
        return house.storage().readers().named(name).orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "nobody here is named \"%s\"; `broadsheet user list` lists all".formatted(name));
    }

    private static void tell(Reader reader, Arguments arguments, String what, Telling telling) {
        Instant blocked = reader.blockedSince();
        telling.line(
                arguments.json()
                        ? Telling.json(Line.of(reader, null))
                        : "%s, %s%s%s"
                                .formatted(
                                        reader.name(),
                                        word(reader.role()),
                                        blocked == null ? "" : ", blocked since " + blocked,
                                        what.isEmpty() ? "" : ", " + what));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Instant now() {
        return house.clock().instant();
    }
}
