package org.broadsheet.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.broadsheet.run.RunId;
import org.junit.jupiter.api.Test;

class LabJsonTest {
    @Test
    void aReportTellsItsRunWithoutBeingReadWhole() {
        assertThat(LabJson.runOf(stream("{\"run\":\"0123456789ab\",\"exhibits\":[1,2")))
                .isEqualTo(new RunId("0123456789ab"));
        assertThat(LabJson.runOf(stream("{\"of\":{\"run\":\"x\"},\"run\":\"0123456789ab\"}")))
                .isEqualTo(new RunId("0123456789ab"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabJson.runOf(stream("{\"of\":[{\"run\":\"x\"}]}")))
                .withMessageContaining("names no run");
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
