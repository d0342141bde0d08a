package org.broadsheet.edition;

import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Text;

/// A paper that was put into a day's edition by no reader.
///
/// @param reason why, in a sentence for the page
public record Pick(PaperId paper, By by, String reason) {
    /// Who picked it; in lower case the origin of the submission that it becomes.
    public enum By {
        EDITOR("editor"),
        CURATOR("curator");

        private final String origin;

        By(String origin) {
            this.origin = origin;
        }

        public String origin() {
            return origin;
        }
    }

    public Pick {
        reason = Text.oneLine(reason);
    }
}
