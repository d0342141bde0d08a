package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that fills the disk. The disk is a small one in memory, which only root can mount.
class FullDiskTest {
    private static final int PAPERS = 8_000;
    private static final int WORDS = 150;

    /// The store meets the full disk first, or the index does.
    private static final String TOLD =
            "is full.*what was kept is safe.*free some space|No space.*no paper is lost.*needs room";

    @Test
    void whatWasKeptIsSafeAndTheRestComesWhenThereIsRoom(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path snapshot = snapshot(folder.resolve("snapshot.json"));
        try (SmallDisk disk = SmallDisk.mount(home)) {
            Child.Ended full = run("import", home, snapshot.toString());
            assertThat(full.exitCode()).isEqualTo(ExitCode.HOME_UNUSABLE);
            assertThat(full.err()).containsPattern(TOLD).doesNotContain("\tat ");
            disk.grow();
            long kept = papers(home);
            assertThat(kept).isGreaterThan(30);
            Child.Ended again = run("import", home, snapshot.toString());
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.out()).contains("%,d new".formatted(30 + PAPERS - kept));
            assertThat(papers(home)).isEqualTo(30 + PAPERS);
            assertThat(run("search", home, "number7999").out()).contains("2401.07999");
        }
    }

    @Test
    void aServerOnAFullDiskGoesOnAndTakesTheRestWhenThereIsRoom(@TempDir Path folder)
            throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path snapshot = snapshot(folder.resolve("snapshot.json"));
        try (SmallDisk disk = SmallDisk.mount(home);
                Child server = Child.serving(home)) {
            server.address();
            Child.Ended full = run("import", home, snapshot.toString());
            assertThat(full.exitCode()).isEqualTo(ExitCode.HOME_UNUSABLE);
            assertThat(full.err()).containsPattern(TOLD);
            disk.grow();
            Child.Ended again = run("import", home, snapshot.toString());
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(run("search", home, "number7999").out()).contains("2401.07999");
        }
    }

    private static Child.Ended run(String command, Path home, String... words) throws Exception {
        String[] all = new String[words.length + 3];
        all[0] = command;
        all[1] = "--home";
        all[2] = home.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return Child.run(home.resolve(".."), all);
    }

    private static long papers(Path home) throws Exception {
        String indexed = run("reindex", home, "--json").out();
        return Long.parseLong(indexed.replaceAll("\\D", ""));
    }

    private static Path snapshot(Path file) throws IOException {
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int number = 0; number < PAPERS; number++) {
                String words =
                        random.ints(WORDS, 'a', 'z')
                                .mapToObj(letter -> Character.toString(letter).repeat(6))
                                .collect(Collectors.joining(" "));
                out.write(
                        """
                        {"id":"2401.%05d","authors":"Ada Example","title":"Paper number%d","categories":"cs.LG",\
                        "abstract":"%s","versions":[{"version":"v1","created":"Mon, 1 Jan 2024 00:00:00 GMT"}],\
                        "update_date":"2024-01-02","authors_parsed":[["Example","Ada",""]]}
                        """
                                .formatted(number, number, words));
            }
        }
        return file;
    }

    /// A disk with room for one or two commits of an import, at a folder.
    private record SmallDisk(Path folder) implements AutoCloseable {
        static SmallDisk mount(Path folder) {
            boolean isMounted =
                    isDone("mount", "-t", "tmpfs", "-o", "size=12m", "broadsheet", folder);
            if (!isMounted) {
                System.out.println(
                        "SKIPPED: FullDiskTest, for this user may not mount a small disk");
            }
            Assumptions.assumeTrue(isMounted, "this user may not mount a small disk");
            return new SmallDisk(folder);
        }

        void grow() {
            assertThat(isDone("mount", "-o", "remount,size=200m", folder)).isTrue();
        }

        @Override
        public void close() {
            assertThat(isDone("umount", folder)).isTrue();
        }

        private static boolean isDone(Object... words) {
            try {
                return new ProcessBuilder(Arrays.stream(words).map(Object::toString).toList())
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .onExit()
                                .join()
                                .exitValue()
                        == 0;
            } catch (IOException _) {
                return false; // there is no such program here
            }
        }
    }
}
