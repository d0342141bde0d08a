package org.broadsheet.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as they are written in settings, tables and charts.
public final class Figures {
    private Figures() {}

    /// The shortest text that reads back as the same number, without a needless `.0`.
    public static String exact(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// With so many significant digits: `0.0123`, `4.56e-13`, `12,300`.
    public static String rounded(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal figure =
                new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = figure.precision() - figure.scale() - 1;
        if (exponent < -4 || exponent > 6) {
            BigDecimal mantissa = figure.movePointLeft(exponent).stripTrailingZeros();
            return mantissa.toPlainString() + "e" + exponent;
        }
        String plain = figure.stripTrailingZeros().toPlainString();
        return exponent < 3 ? plain : grouped(plain);
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("\\B(?=(\\d{3})+$)", ",");
        return point < 0 ? grouped : grouped + plain.substring(point);
    }
}
