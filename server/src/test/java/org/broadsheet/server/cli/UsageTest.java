package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.server.trial.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/// Holds `docs/usage.md` and the golden help texts to the commands there are.
/// `-Dgolden.rewrite=true` writes the help texts anew.
class UsageTest {
    private static final Path HELP =
            Checkout.root().resolve("server/src/test/resources/org/broadsheet/server/cli/help");

    static List<CommandLine> commands() {
        CommandLine all = Broadsheet.commandLine().setUsageHelpAutoWidth(false);
        List<CommandLine> shown = new ArrayList<>(List.of(all));
        all.getSubcommands().values().stream()
                .filter(one -> !one.getCommandSpec().usageMessage().hidden())
                .forEach(one -> shown.add(one.setUsageHelpAutoWidth(false)));
        return shown;
    }

    static Stream<String> names() {
        return commands().stream().map(CommandLine::getCommandName);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theHelpIsThatOfTheGoldenFile(String name) throws IOException {
        String help = command(name).getUsageMessage(Ansi.OFF);
        Path golden = HELP.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(HELP);
            Files.writeString(golden, help);
        }
        assertThat(help).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCommandAndItsOptionsAreDocumented(String name) throws IOException {
        String page = Checkout.read("docs/usage.md");
        assertThat(page).contains(name.equals("broadsheet") ? "# Usage" : "### " + name + "\n");
        for (OptionSpec option : command(name).getCommandSpec().options()) {
            assertThat(page).containsPattern("[` ]" + option.longestName() + "\\b");
        }
    }

    @Test
    void theExitCodesAreDocumentedAsTheyAre() throws IOException {
        TreeMap<Integer, String> told =
                Broadsheet.commandLine()
                        .getCommandSpec()
                        .usageMessage()
                        .exitCodeList()
                        .entrySet()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        code -> Integer.valueOf(code.getKey()),
                                        code -> code.getValue(),
                                        (one, _) -> one,
                                        TreeMap::new));
        assertThat(told.keySet()).containsExactlyElementsOf(exitCodes());
        String page = Checkout.read("docs/usage.md");
        told.forEach((code, when) -> assertThat(page).contains("| " + code + " | " + when + " |"));
    }

    private static List<Integer> exitCodes() {
        return Arrays.stream(ExitCode.class.getDeclaredFields())
                .filter(field -> field.getType() == int.class)
                .map(UsageTest::value)
                .sorted()
                .toList();
    }

    private static Integer value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static CommandLine command(String name) {
        return commands().stream()
                .filter(one -> one.getCommandName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
