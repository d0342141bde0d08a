package org.broadsheet.server.api;

import org.broadsheet.edition.Place;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.Explanation;
import org.broadsheet.search.Hit;
import org.jspecify.annotations.Nullable;

/// A paper to be shown, with what is known of it where it was found.
record Subject(
        Paper paper,
        @Nullable Submission submission,
        @Nullable Place place,
        @Nullable Explanation explanation) {
    static Subject of(Paper paper) {
        return new Subject(paper, null, null, null);
    }

    static Subject of(Paper paper, @Nullable Submission submission) {
        return new Subject(paper, submission, null, null);
    }

    static Subject of(Place place) {
        return new Subject(place.paper(), place.submission(), place, null);
    }

    static Subject of(Hit hit) {
        return of(hit.paper());
    }

    static Subject explained(Hit hit) {
        return new Subject(hit.paper(), null, null, hit.explanation());
    }

    PaperId id() {
        return paper.id();
    }
}
