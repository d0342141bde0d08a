package org.broadsheet.lab;

/// One measurement that a claim is decided by.
///
/// @param metric the name under which the bench is told the value, once for each repetition
/// @param label what is measured, as in `largest one-step error`
/// @param unit after the value, or empty
/// @param rule which values bear the claim out
/// @param reason why the rule stands where it stands
public record Check(String metric, String label, String unit, Rule rule, String reason) {
    public Check {
        Texts.requireName("metric", metric);
        Texts.require("the label of " + metric, label);
        Texts.require("the reason of the rule for " + metric, reason);
    }
}
