package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class LastingEnvironmentTest {
    @RepeatedTest(3)
    void aProcessMayEndWhileAModelIsLoaded(@TempDir Path folder) throws Exception {
        Process child =
                ChildJvm.of(EndsWhileLoading.class, folder.resolve("error"), folder.toString())
                        .start();
        String told = ChildJvm.told(child);

        assertThat(child.waitFor()).as(told).isEqualTo(3);
        assertThat(told).isEmpty();
    }
}
