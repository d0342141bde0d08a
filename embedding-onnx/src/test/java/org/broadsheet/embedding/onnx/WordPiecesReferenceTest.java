package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;

/// Our tokenizer beside Hugging Face's own, in native code, on the same texts.
class WordPiecesReferenceTest {
    private static final int MOST = 256;
    private static final Pattern TITLE = Pattern.compile("\"title\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// Of the 60,000 real titles; 1 was tried and all are the same, but takes 20 s.
    private static final int EVERY_SO_MANY = 6;

    /// Blocks whose characters have had the same category since the reference's Unicode 8: letters
    /// of many scripts, marks, symbols, mathematics, Chinese, kana, hangul, private use, emoji.
    private static final int[][] BLOCKS = {
        {0x0000, 0x0377}, {0x0391, 0x052F}, {0x0531, 0x0556}, {0x05D0, 0x05EA}, {0x0620, 0x06FF},
        {0x0905, 0x0939}, {0x0E01, 0x0E3A}, {0x1E00, 0x1EFF}, {0x2000, 0x206F}, {0x2070, 0x20BE},
        {0x2100, 0x23FA}, {0x2460, 0x2BC8}, {0x3001, 0x30FF}, {0x3400, 0x4DB5}, {0x4E00, 0x9FD5},
        {0xAC00, 0xD7A3}, {0xE000, 0xE0FF}, {0xF900, 0xFAD9}, {0xFB00, 0xFB06}, {0xFE00, 0xFE6F},
        {0xFF01, 0xFFFD}, {0x1D400, 0x1D7FF}, {0x1F300, 0x1F579}, {0x20000, 0x2A6D6},
    };

    private static HuggingFaceTokenizer reference;
    private static WordPieces words;

    @BeforeAll
    static void open() throws IOException {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", Path.of("target/djl").toAbsolutePath().toString());
        try (var tokenizer = OnnxEmbedder.TOKENIZER.open()) {
            reference =
                    HuggingFaceTokenizer.newInstance(
                            tokenizer,
                            Map.of(
                                    "truncation", "true",
                                    "maxLength", Integer.toString(MOST),
                                    "padding", "false"));
        }
        words = new WordPieces(Vocabulary.read(OnnxEmbedder.TOKENIZER));
    }

    @AfterAll
    static void close() {
        reference.close();
    }

    @Test
    void textsOfManyScriptsFallIntoTheSamePieces() {
        Random random = new Random(20251107);
        for (int i = 0; i < 20_000; i++) {
            assertSame(randomText(random));
        }
    }

    @Test
    void textsOfKnownWordsAreCutAtTheSamePlace() {
        Random random = new Random(1);
        List<String> vocabulary =
                Vocabulary.read(OnnxEmbedder.TOKENIZER).keySet().stream()
                        .filter(piece -> !piece.startsWith("["))
                        .sorted()
                        .toList();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(400); word > 0; word--) {
                text.append(vocabulary.get(random.nextInt(vocabulary.size())));
                text.append(random.nextBoolean() ? " " : "");
            }
            assertSame(text.toString());
        }
    }

    @Test
    void realTitlesAndRecordsFallIntoTheSamePieces() throws IOException {
        Path records = sharedData().resolve("arxiv/arxiv-metadata-60k.jsonl.xz");
        if (!Files.exists(records)) {
            System.out.println("SKIPPED: no real titles, " + records + " is absent");
            return;
        }
        try (var lines = lines(records)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher title = TITLE.matcher(line);
                if (number % EVERY_SO_MANY == 0 && title.find()) {
                    assertSame(title.group(1));
                }
                if (number % (100 * EVERY_SO_MANY) == 0) {
                    assertSame(line);
                }
                number++;
            }
            assertThat(number).isEqualTo(60_000);
        }
    }

    private static void assertSame(String text) {
        long[] expected = reference.encode(text).getIds();
        int[] found = words.of(text, MOST);
        if (!Arrays.equals(Arrays.stream(found).asLongStream().toArray(), expected)) {
            assertThat(found)
                    .as(text)
                    .isEqualTo(Arrays.stream(expected).mapToInt(i -> (int) i).toArray());
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            int[] block = BLOCKS[random.nextInt(4) > 0 ? 0 : random.nextInt(BLOCKS.length)];
            text.appendCodePoint(block[0] + random.nextInt(block[1] - block[0] + 1));
        }
        return text.toString();
    }

    private static BufferedReader lines(Path file) throws IOException {
        var content = new XZInputStream(Files.newInputStream(file));
        return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    }

    /// The folder of real data beside the checkout.
    private static Path sharedData() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(here.resolve("../../shared/data"));
    }
}
