package org.broadsheet.server.sources;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a JSON record; a field that is absent, null or blank is not stated.
final class Fields {
    private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-.*");
    private static final Pattern BLANK_FOR_T = Pattern.compile("^(\\S{10}) ");
    private static final Pattern WITH_ZONE = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9},\\s*");
    private static final DateTimeFormatter MAIL_TIME =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d MMM yyyy H:mm[:ss][ ][zzz][xx]")
                    .toFormatter(Locale.ENGLISH);

    private Fields() {}

    /// The first of these fields that holds a text or a number.
    static Optional<String> text(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode node = json.path(name);
            if (node.isValueNode() && !node.isNull() && !node.isBoolean()) {
                String text = node.asString();
                if (!text.isBlank()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /// The texts of an array, or those of its objects under a name.
    static List<String> texts(JsonNode array, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.isString()) {
                texts.add(node.stringValue());
            } else if (node.isObject()) {
                text(node, name).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /// A count; throws `IllegalArgumentException` for one that cannot be.
    static OptionalLong count(JsonNode json, String name) {
        JsonNode node = json.path(name);
        if (!node.isNumber()) {
            return OptionalLong.empty();
        }
        BigDecimal number = node.decimalValue();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s; accepted is a count from 0 to %,d"
                            .formatted(name, number, Integer.MAX_VALUE));
        }
        return OptionalLong.of(number.longValue());
    }

    /// A day; of a time the day in UTC.
    static Optional<LocalDate> day(JsonNode json, String name) {
        return text(json, name).map(text -> day(name, text.strip()));
    }

    /// A time; of a day its first moment in UTC.
    static Optional<Instant> time(JsonNode json, String name) {
        return text(json, name).map(text -> time(name, text.strip()));
    }

    private static LocalDate day(String name, String text) {
        return time(name, text).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant time(String name, String text) {
        try {
            return ISO_TIME.matcher(text).matches()
                    ? isoTime(text)
                    : LocalDateTime.parse(WEEKDAY.matcher(text).replaceFirst(""), MAIL_TIME)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            String shown = text.length() <= 60 ? text : text.substring(0, 57) + "...";
            throw new IllegalArgumentException(
                    name
                            + " is \""
                            + shown
                            + "\"; accepted are 2025-11-07, 2025-11-07T12:00:00Z and"
                            + " Fri, 7 Nov 2025 12:00:00 GMT");
        }
    }

    private static Instant isoTime(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String withT = BLANK_FOR_T.matcher(text).replaceFirst("$1T");
        return WITH_ZONE.matcher(withT).matches()
                ? OffsetDateTime.parse(withT).toInstant()
                : LocalDateTime.parse(withT).toInstant(ZoneOffset.UTC);
    }
}
