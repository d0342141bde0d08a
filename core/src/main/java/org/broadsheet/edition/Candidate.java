package org.broadsheet.edition;

import java.util.List;

/// A submitted paper with all that its place depends on.
///
/// @param imported the counts of other places that entered, for the explanation
record Candidate(Submission submission, Standing standing, Heat heat, List<Tally> imported) {}
