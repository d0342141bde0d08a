package org.broadsheet.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The file `broadsheet.yaml` of a home. Only its tree is read and no object is made from it: every
/// value is the text that stands there (in YAML's own eyes 21:30 is the number 1290), with its
/// line.
final class SettingsFile {
    static final String NAME = "broadsheet.yaml";

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 10;

    private final Path file;

    SettingsFile(Path home) {
        file = home.resolve(NAME);
    }

    /// Adds what the file states; nothing if there is no file.
    void readInto(Stated stated) throws IOException {
        if (Files.exists(file)) {
            Node root = parse(text());
            if (root != null) {
                walk("", root, stated);
            }
        }
    }

    /// Writes the file with every key, its default and its help, all commented out; leaves one that
    /// is there as it is.
    void writeDefaults() throws IOException {
        if (Files.notExists(file)) {
            Files.writeString(file, defaults());
        }
    }

    static String defaults() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # The settings of this Broadsheet. What is commented out is the default.
                        # Each can also be set by an environment variable, which wins:
                        # edition.zone is BROADSHEET_EDITION_ZONE.
                        """);
        for (Key key : Key.values()) {
            text.append(
                    """

                    # %s
                    # Accepted: %s.
                    # %s: "%s"
                    """
                            .formatted(key.help(), key.accepted(), key.dotted(), key.standard()));
        }
        return text.toString();
    }

    private String text() throws IOException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new BadSetting(
                        "%s has %,d bytes; a settings file has at most %,d"
                                .formatted(file, Files.size(file), LONGEST));
            }
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw new BadSetting(file + " is not UTF-8 text; save it as UTF-8");
        }
    }

    private @Nullable Node parse(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(limits).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BadSetting(
                    "%s, line %d cannot be read: %s; accepted are lines such as port: 8080"
                            .formatted(file, line, e.getProblem()));
        } catch (YAMLException e) {
            throw new BadSetting(
                    "%s cannot be read: %s; accepted are lines such as port: 8080"
                            .formatted(file, e.getMessage()));
        }
    }

    private void walk(String key, Node node, Stated stated) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple entry : mapping.getValue()) {
                    walk(below(key, text(key, entry.getKeyNode())), entry.getValueNode(), stated);
                }
            }
            case SequenceNode list -> state(key, list, joined(key, list.getValue()), stated);
            default -> state(key, node, text(key, node), stated);
        }
    }

    private void state(String dotted, Node node, String value, Stated stated) {
        if (dotted.isEmpty()) {
            throw new BadSetting(
                    "%s holds no settings; accepted are lines such as port: 8080"
                            .formatted(where(node)));
        }
        Key key = Key.of(dotted).orElseThrow(() -> BadSetting.unknown(dotted, where(node)));
        if (stated.stated(key) != null) {
            throw new BadSetting("%s stands twice in %s; keep one".formatted(dotted, where(node)));
        }
        stated.put(key, value, where(node));
    }

    private String joined(String key, List<Node> items) {
        return items.stream().map(item -> text(key, item)).collect(Collectors.joining(","));
    }

    private String text(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BadSetting(
                "%s in %s must be a plain value"
                        .formatted(key.isEmpty() ? "a key" : key, where(node)));
    }

    private static String below(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    private String where(Node node) {
        return file + ", line " + (node.getStartMark().getLine() + 1);
    }
}
