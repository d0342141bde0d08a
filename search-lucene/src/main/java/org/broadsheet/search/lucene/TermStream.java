package org.broadsheet.search.lucene;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.broadsheet.search.IndexedText.Place;

/// Hands terms that core has taken apart to Lucene, at their places.
final class TermStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Place> places;
    private Iterator<Place> rest;
    private int position = -1;

    TermStream(List<Place> places) {
        this.places = places;
        this.rest = places.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        Place place = rest.next();
        term.append(place.term());
        step.setPositionIncrement(place.position() - position);
        position = place.position();
        return true;
    }

    @Override
    public void reset() {
        rest = places.iterator();
        position = -1;
    }
}
