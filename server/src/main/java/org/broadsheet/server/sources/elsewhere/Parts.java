package org.broadsheet.server.sources.elsewhere;

import java.util.Optional;
import org.broadsheet.source.Place;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;

/// Where in the parts of a place a page is: tokens are `PART:FROM`, the number of the part and that
/// of its first record.
record Parts(int part, int from) {
    /// @param wanted what the parts must be, for the message to who named none
    static Parts of(Place place, String wanted) throws SourceTrouble {
        if (place.parts().isEmpty()) {
            throw new SourceTrouble(Remedy.OTHERWISE, wanted);
        }
        if (place.token().isEmpty()) {
            return new Parts(0, 0);
        }
        String[] numbers = place.token().split(":", 2);
        try {
            Parts parts = new Parts(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            if (parts.part >= 0 && parts.part < place.parts().size() && parts.from >= 0) {
                return parts;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            // said below
        }
        throw new SourceTrouble(
                Remedy.ANEW,
                "not a place in this listing: \"%s\"; accepted is what a page before gave"
                        .formatted(place.token()));
    }

    String name(Place place) {
        return place.parts().get(part);
    }

    /// The token of a later page of the same part.
    String later(int next) {
        return part + ":" + next;
    }

    /// The token of the next part, if there is one.
    Optional<String> next(Place place) {
        return part + 1 < place.parts().size() ? Optional.of((part + 1) + ":0") : Optional.empty();
    }
}
