package org.broadsheet.server.sources;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reject;
import tools.jackson.databind.JsonNode;

/// Reads the arXiv ids of one file, damaged ones too.
///
/// Ids that some program took for numbers lost the zero in front (`704.35` was 0704.3500), those
/// behind (`1503.1` was 1503.10000), or got digits that binary fractions have (`1503.0316599999999`
/// was 1503.03166). What a number keeps tells the id. A text such as `1406.105` may also have lost
/// zeros in its middle (1406.0105), unless the file shows elsewhere that its ids went through
/// numbers.
final class ArxivIds {
    private static final Pattern NUMBER = Pattern.compile("\\d{3,4}\\.\\d{1,20}");
    private static final Pattern ONLY_A_NUMBER =
            Pattern.compile("\\d{3}\\.\\d{1,20}|\\d{4}\\.\\d{6,20}");
    private static final BigDecimal FIRST_OF_FIVE_DIGITS = new BigDecimal(1501);
    private static final BigDecimal NOISE = new BigDecimal("1e-8");

    private boolean wentThroughNumbers;

    /// Whether an id was met that only a number can have become.
    boolean wentThroughNumbers() {
        return wentThroughNumbers;
    }

    /// How the record with this id names its paper.
    ///
    /// @param otherwise makes what is set aside from the reason, for an id that stays unclear
    /// @throws IllegalArgumentException when it is no id, saying what is accepted
    Naming naming(JsonNode id, Function<String, Reject> otherwise) {
        if (id.isNumber()) {
            wentThroughNumbers = true;
            return new Naming.Exact(ofNumber(id.decimalValue()));
        }
        if (!id.isString()) {
            throw new IllegalArgumentException("it has no id; accepted is " + PaperId.ACCEPTED);
        }
        String text = id.stringValue().strip();
        if (ONLY_A_NUMBER.matcher(text).matches()) {
            wentThroughNumbers = true;
            return new Naming.Exact(ofNumber(new BigDecimal(text)));
        }
        List<PaperId> candidates = PaperId.candidates(text);
        return switch (candidates.size()) {
            case 0 -> new Naming.Exact(PaperId.parse(text));
            case 1 -> new Naming.Exact(candidates.getFirst());
            default -> unclear(text, candidates, otherwise);
        };
    }

    /// The id that such a number was.
    static PaperId ofNumber(BigDecimal number) {
        if (number.precision() > 40 || Math.abs((long) number.scale()) > 40) {
            throw notAnId("a number of that size");
        }
        int digits = number.compareTo(FIRST_OF_FIVE_DIGITS) >= 0 ? 5 : 4;
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        boolean isNoise = rounded.subtract(number).abs().compareTo(NOISE) < 0;
        if (!isNoise || rounded.stripTrailingZeros().scale() <= 0) {
            throw notAnId(number.toPlainString());
        }
        String text = rounded.toPlainString();
        return PaperId.of("0".repeat(Math.max(0, digits + 5 - text.length())) + text);
    }

    private Naming unclear(
            String text, List<PaperId> candidates, Function<String, Reject> otherwise) {
        if (wentThroughNumbers && NUMBER.matcher(text).matches()) {
            return new Naming.Exact(ofNumber(new BigDecimal(text)));
        }
        String reason =
                "the id \"%s\" lost zeros: it may be %s, and not exactly one of them is known under this title"
                        .formatted(text, String.join(" or ", texts(candidates)));
        return new Naming.OneOf(candidates, otherwise.apply(reason));
    }

    private static List<String> texts(List<PaperId> ids) {
        return ids.stream().map(PaperId::value).toList();
    }

    private static IllegalArgumentException notAnId(String number) {
        return new IllegalArgumentException(
                "not a paper id: " + number + "; accepted is " + PaperId.ACCEPTED);
    }
}
