package org.broadsheet.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongerListingTest {
    private static final String RECORD =
            "<record><header><identifier>oai:arXiv.org:0811.3649</identifier></header>"
                    + "<metadata><id>0811.3649</id><title>On Ids</title></metadata></record>";

    @TempDir private Path folder = Path.of("");

    @Test
    void aCopyHasAnIdAndATitleOfItsOwn() {
        assertThat(LongerListing.renamed(RECORD, 99_999))
                .isEqualTo(
                        "<record><header><identifier>oai:arXiv.org:3002.00001</identifier></header>"
                                + "<metadata><id>3002.00001</id><title>Copy 99999: On Ids</title></metadata></record>");
    }

    @Test
    void aListingHasAsManyRecordsAsAskedFor() throws Exception {
        Path page = Files.writeString(folder.resolve("page.xml"), "<x>" + RECORD + RECORD + "</x>");
        Path listing = folder.resolve("listing.xml");
        LongerListing.write(page, 5, listing);

        assertThat(Files.readString(listing).split("<record>", -1)).hasSize(6);
        assertThat(Files.readString(listing)).endsWith("</ListRecords></OAI-PMH>\n");
    }
}
