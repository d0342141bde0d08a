package org.broadsheet.server.browser;

import java.util.List;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseStore;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What people type comes back as they typed it, and the browser takes none of it for anything but
/// text.
@ExtendWith(Browsing.Shared.class)
class HostileHouseTest {
    static final List<String> CORPUS = Payloads.ALL;

    @ParameterizedTest
    @FieldSource("CORPUS")
    void aSearchShowsItAsText(String payload, Browsing browsing) {
        try (Visit visit = browsing.visit(Addresses.search(payload))) {
            Payloads.assertHarmless(visit);
        }
    }

    @ParameterizedTest
    @FieldSource("CORPUS")
    void theHousesOwnWordsAreShownAsText(String payload, Browsing browsing) {
        HouseStore store = browsing.house().house().storage().house();
        HouseSettings before = store.now();
        String name = payload.length() <= 40 ? payload : payload.substring(0, 40);
        String line = payload.length() <= 120 ? payload : payload.substring(0, 120);
        String keyword = payload.length() <= 100 ? payload : payload.substring(0, 100);
        store.choose(new HouseSettings(name, line, List.of("cs.CL"), List.of(keyword)));
        try {
            for (String path : List.of("/papers/date/2025-11-07", "/wire", "/admin/house")) {
                try (Visit visit = browsing.visit(path)) {
                    Payloads.assertHarmless(visit);
                }
            }
        } finally {
            store.choose(before);
        }
    }
}
