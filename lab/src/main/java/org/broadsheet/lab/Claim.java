package org.broadsheet.lab;

import java.util.List;

/// Something that a paper says and that can be measured.
///
/// @param id its name within the paper, as in `one-step-retrieval`
/// @param says the paper's statement, in our words
/// @param stated the paper's number, and where it stands
/// @param checks what decides; none when this reproduction does not test it
/// @param note beside the verdict: what a reader must know, why it is not tested; or empty
public record Claim(String id, String says, Stated stated, List<Check> checks, String note) {
    public Claim {
        Texts.requireName("claim", id);
        Texts.require("the claim " + id, says);
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            Texts.require("the reason why " + id + " is not tested", note);
        }
    }

    public Claim(String id, String says, Stated stated, List<Check> checks) {
        this(id, says, stated, checks, "");
    }
}
