package org.broadsheet.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Paper;

/// What a paper can have that readers narrow by: `has:code`.
public enum Feature {
    ABSTRACT,
    CODE,
    PROJECT,
    /// A run of its reproduction is done here, with whatever verdicts.
    RUN;

    /// The word in the query language.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the paper's own facts say. [#RUN] is not among them: that the store of runs knows.
    public static Set<Feature> of(Paper paper) {
        Set<Feature> found = EnumSet.noneOf(Feature.class);
        if (!paper.abstractText().isEmpty()) {
            found.add(ABSTRACT);
        }
        if (paper.link(Link.Kind.CODE).isPresent()) {
            found.add(CODE);
        }
        if (paper.link(Link.Kind.PROJECT).isPresent()) {
            found.add(PROJECT);
        }
        return found;
    }
}
