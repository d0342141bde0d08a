package org.broadsheet.server.trial.coin;

import java.time.Instant;
import java.util.Map;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.Provenance;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.lab.report.Report;
import org.broadsheet.run.RunId;

/// A finished run of the coin, made in the test's own process, on a machine of which all is known.
///
/// @param files that it left, by name
public record CoinRun(Report report, Map<String, byte[]> files) {
    public static final RunId ID = new RunId("c01dc01dc01d");
    public static final Instant STARTED = Instant.parse("2025-11-06T10:00:00Z");

    public static Descriptor descriptor() {
        Coin coin = new Coin();
        return new Descriptor(coin.paper(), coin.about(), coin.parameters(), coin.claims());
    }

    public static CoinRun full() throws Exception {
        Coin coin = new Coin();
        Setting setting = Setting.of(coin.parameters(), Size.FULL, 7, Map.of());
        Recording recording = new Recording();
        coin.run(setting, recording);
        Report report =
                new Report(
                        ID,
                        coin.paper(),
                        coin.about(),
                        coin.parameters(),
                        setting,
                        recording.judge(coin.claims()),
                        recording.metrics(),
                        recording.exhibits(),
                        recording.files().keySet().stream().toList(),
                        recording.lines(),
                        new Provenance(
                                "A machine of the tests",
                                2,
                                "25",
                                "plain",
                                "0123456789ab",
                                STARTED,
                                252));
        return new CoinRun(report, recording.files());
    }
}
