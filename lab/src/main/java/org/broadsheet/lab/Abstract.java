package org.broadsheet.lab;

/// What a reader should know of a reproduction before running it.
///
/// @param title the paper's title
/// @param family the shelf of the lab's overview on which it stands
/// @param version raised whenever the same setting may give other numbers; a part of a run's name
/// @param reproduced what of the paper is run, in a sentence or two
/// @param omitted what is not, and why
/// @param differences how what is run differs from the paper: sizes, data, order of steps
/// @param look what the reader should look at, in two sentences
public record Abstract(
        String title,
        Family family,
        int version,
        String reproduced,
        String omitted,
        String differences,
        String look) {
    public enum Family {
        ATTENTION_AND_LEARNING("Attention and learning"),
        EQUATIONS_AND_DYNAMICS("Equations and dynamics"),
        HEADS_AND_AVATARS("Heads and avatars"),
        SOUND_AND_POSE("Sound and pose");

        private final String title;

        Family(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Abstract {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + "; accepted are 1, 2, …");
        }
        Texts.require("title", title);
        Texts.require("reproduced", reproduced);
        Texts.require("omitted", omitted);
        Texts.require("differences", differences);
        Texts.require("look", look);
    }
}
