package org.broadsheet.lab.report;

import java.util.List;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Verdict;

/// A metric with its value of each repetition, in the order in which they were told.
public record Measured(String metric, List<Double> values) {
    /// Two-sided 95 % points of Student's t for 1 to 30 degrees of freedom.
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    public Measured {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the metric " + metric + " has no value");
        }
    }

    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    /// The lower end of the 95 % interval of the mean; the value itself if there is only one.
    public double low() {
        return mean() - halfWidth();
    }

    /// The upper end of that interval.
    public double high() {
        return mean() + halfWidth();
    }

    /// Student's t times the standard error of the mean.
    private double halfWidth() {
        int freedom = values.size() - 1;
        if (freedom == 0) {
            return 0;
        }
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        // Beyond the table by the first terms of its expansion, good to three digits.
        double student =
                freedom <= STUDENT.length ? STUDENT[freedom - 1] : 1.95996 + 2.3723 / freedom;
        return student * Math.sqrt(squares / freedom / values.size());
    }

    /// REPRODUCED when the whole interval is accepted, NOT_REPRODUCED when none of it is, PARTLY
    /// when it lies across an end.
    public Verdict judge(Rule rule) {
        if (rule.accepts(low()) && rule.accepts(high())) {
            return Verdict.REPRODUCED;
        }
        boolean apart = high() < rule.low() || low() > rule.high();
        return apart ? Verdict.NOT_REPRODUCED : Verdict.PARTLY;
    }
}
