package org.broadsheet.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.broadsheet.reader.Role;
import org.broadsheet.server.house.UserCommand;
import org.broadsheet.server.house.UserCommand.Deed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `user`: who has an account.
@Command(
        name = "user",
        description = "Says who has an account, and makes the first one.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            User.Add.class,
            User.ListAll.class,
            User.GiveRole.class,
            User.Block.class,
            User.Unblock.class,
            User.Link.class,
            User.Delete.class
        })
final class User {
    /// What all of them do.
    abstract static class Work implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private HomeOption home = new HomeOption();
        @Mixin private JsonOption json = new JsonOption();

        int run(Deed deed, String name, Role role, String shown, String password) {
            return HouseWork.run(
                    home.folder(),
                    "user",
                    UserCommand::new,
                    new UserCommand.Arguments(deed, name, role, shown, password, json.isOn()),
                    Terminal.of(spec, json));
        }

        int run(Deed deed, String name) {
            return run(deed, name, Role.READER, "", "");
        }

        static Role role(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "reader" -> Role.READER;
                case "curator" -> Role.CURATOR;
                case "admin" -> Role.ADMIN;
                default ->
                        throw new Failure(
                                ExitCode.USAGE,
                                "A role is reader, curator or admin, got \"%s\".".formatted(word));
            };
        }
    }

    /// `user add`.
    @Command(
            name = "add",
            description = {
                "Makes an account. Asks for its password; without a terminal, reads it as the first line of the input.",
                "With the first account the house stops being open to whoever reaches it."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Add extends Work {
        @Parameters(paramLabel = "NAME", description = "What others mention the reader by.")
        private String name = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                defaultValue = "reader",
                description = "reader, curator or admin (default: reader).")
        private String role = "reader";

        @Option(
                names = "--shown",
                paramLabel = "TEXT",
                defaultValue = "",
                description = "The name that pages show (default: NAME).")
        private String shown = "";

        @Option(
                names = "--link",
                description =
                        "Prints a link that sets the password once, instead of asking for it.")
        private boolean link;

        @Override
        public Integer call() {
            return run(Deed.ADD, name, role(role), shown, link ? "" : password());
        }

        private static String password() {
            Console console = System.console();
            String typed = console != null && console.isTerminal() ? asked(console) : piped();
            if (typed.isEmpty()) {
                throw new Failure(
                        ExitCode.USAGE,
                        "The password is empty; type one, pipe one in, or ask for a link with --link.");
            }
            return typed;
        }

        private static String asked(Console console) {
            char[] once =
                    Objects.requireNonNullElse(console.readPassword("Password: "), new char[0]);
            char[] again =
                    Objects.requireNonNullElse(
                            console.readPassword("The same again: "), new char[0]);
            if (!Arrays.equals(once, again)) {
                throw new Failure(ExitCode.USAGE, "The two passwords differ; nothing was made.");
            }
            return new String(once);
        }

        private static String piped() {
            try {
                String line =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                                .readLine();
                return Objects.requireNonNullElse(line, "");
            } catch (IOException e) {
                throw new Failure(
                        ExitCode.FAILED, "The password cannot be read: " + e.getMessage());
            }
        }
    }

    /// `user list`.
    @Command(
            name = "list",
            description = "Lists all accounts by name.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class ListAll extends Work {
        @Override
        public Integer call() {
            return run(Deed.LIST, "");
        }
    }

    /// `user role`.
    @Command(
            name = "role",
            description = "Gives a reader another role.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class GiveRole extends Work {
        @Parameters(index = "0", paramLabel = "NAME", description = "The reader.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "ROLE", description = "reader, curator or admin.")
        private String role = "";

        @Override
        public Integer call() {
            return run(Deed.ROLE, name, role(role), "", "");
        }
    }

    /// `user block`.
    @Command(
            name = "block",
            description = "Lets a reader do nothing but read.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Block extends Work {
        @Parameters(paramLabel = "NAME", description = "The reader.")
        private String name = "";

        @Override
        public Integer call() {
            return run(Deed.BLOCK, name);
        }
    }

    /// `user unblock`.
    @Command(
            name = "unblock",
            description = "Takes back a block.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Unblock extends Work {
        @Parameters(paramLabel = "NAME", description = "The reader.")
        private String name = "";

        @Override
        public Integer call() {
            return run(Deed.UNBLOCK, name);
        }
    }

    /// `user delete`.
    @Command(
            name = "delete",
            description =
                    "Deletes an account with its votes and what it wrote, and rebuilds every order.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Delete extends Work {
        @Parameters(paramLabel = "NAME", description = "The reader.")
        private String name = "";

        @Option(names = "--yes", description = "Says that it is meant: nothing brings it back.")
        private boolean yes;

        @Override
        public Integer call() {
            if (!yes) {
                throw new Failure(
                        ExitCode.USAGE,
                        "Nothing brings back a deleted account, its votes and what it wrote. If that is meant: broadsheet user delete %s --yes"
                                .formatted(name));
            }
            return run(Deed.DELETE, name);
        }
    }

    /// `user link`.
    @Command(
            name = "link",
            description = "Prints a link that sets the reader's password once, within an hour.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Link extends Work {
        @Parameters(paramLabel = "NAME", description = "The reader.")
        private String name = "";

        @Override
        public Integer call() {
            return run(Deed.LINK, name);
        }
    }
}
