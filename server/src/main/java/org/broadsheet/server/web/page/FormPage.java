package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// A page with one short form, as for signing in.
///
/// @param where stands beside the house's name
/// @param problem why what was typed is not accepted
/// @param told what happened
/// @param action where the form goes; empty for a page without one
/// @param hidden what goes along unseen
/// @param links other ways from here
/// @param ways to sign in, where that is what the page is for
public record FormPage(
        Frame frame,
        String where,
        String headline,
        String standfirst,
        Optional<String> problem,
        Optional<String> told,
        String action,
        List<Hidden> hidden,
        List<Field> fields,
        String button,
        List<Link> links,
        Optional<Ways> ways) {
    public FormPage {
        hidden = List.copyOf(hidden);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    /// Other ways to sign in than by what the form asks for.
    ///
    /// @param next where to go on
    /// @param issuer what the issuer of identities is called; empty where there is none
    /// @param openId the address that leads there
    public record Ways(String next, String issuer, String openId) {}

    public record Hidden(String name, String value) {}

    /// @param type as HTML has it: `text`, `password`, `email`
    /// @param autocomplete what browsers may fill in, in HTML's words
    /// @param help one sentence, or empty
    /// @param most characters that are accepted
    public record Field(
            String name,
            String label,
            Need need,
            String type,
            String value,
            String autocomplete,
            String help,
            int most) {
        public enum Need {
            REQUIRED,
            OPTIONAL
        }

        public boolean isRequired() {
            return need == Need.REQUIRED;
        }
    }
}
