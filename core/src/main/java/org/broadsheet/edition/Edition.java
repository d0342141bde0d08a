package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;

/// The papers of a period in their order, and where the reader can turn from here.
///
/// @param places best first; empty when nothing was submitted in the period
/// @param before the nearest earlier period of the same kind that has papers
/// @param after the nearest later one
public record Edition(
        Period period, List<Place> places, Optional<Period> before, Optional<Period> after) {}
