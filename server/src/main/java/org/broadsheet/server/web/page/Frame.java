package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// What every page has around it: its head, the way to the other sections, the colophon.
///
/// @param masthead what the house is called
/// @param title for the browser's tab, in plain Unicode
/// @param canonical this page's one address, absolute where the house knows its own
/// @param week the address that the section "Week" leads to from here
/// @param query what stands in the search field
/// @param data the same as JSON, if it is to be had
/// @param vectors how far the vectors are; absent when all are made
public record Frame(
        Masthead masthead,
        String title,
        String description,
        String canonical,
        Section section,
        String week,
        String month,
        String query,
        List<Meta> metas,
        Optional<Link> previous,
        Optional<Link> next,
        Optional<String> data,
        Optional<Vectors> vectors) {
    public Frame {
        metas = List.copyOf(metas);
    }

    /// The name of the house, the line under it, which may be empty, and the corner, which is empty
    /// where nobody has an account.
    ///
    /// @param unread how many notices the reader has not read; absent for visitors
    public record Masthead(
            String name, String line, Optional<Corner> corner, Optional<Long> unread) {}

    /// Where readers come in, or find what is theirs.
    ///
    /// @param shown the reader's name; empty for who is not signed in
    public record Corner(String url, String label, String shown) {
        public static Corner signIn(String url) {
            return new Corner(url, "Sign in", "");
        }

        public static Corner of(String shown) {
            return new Corner("/settings/account", "Your account: " + shown, shown);
        }

        public boolean isSignedIn() {
            return !shown.isEmpty();
        }
    }

    /// One `meta` element.
    public record Meta(Kind kind, String name, String content) {
        public enum Kind {
            NAME,
            PROPERTY
        }

        public static Meta name(String name, String content) {
            return new Meta(Kind.NAME, name, content);
        }

        public static Meta property(String name, String content) {
            return new Meta(Kind.PROPERTY, name, content);
        }
    }

    /// How many of all papers can be found by meaning.
    public record Vectors(long ready, long total) {
        public String line() {
            return "Search by meaning: %,d of %,d papers ready".formatted(ready, total);
        }

        public boolean isComplete() {
            return ready >= total;
        }
    }

    public String current(Section other) {
        return section == other ? "page" : "";
    }

    public Frame withQuery(String text) {
        return new Frame(
                masthead,
                title,
                description,
                canonical,
                section,
                week,
                month,
                text,
                metas,
                previous,
                next,
                data,
                vectors);
    }

    public Frame withTitle(String text) {
        return new Frame(
                masthead,
                text,
                description,
                canonical,
                section,
                week,
                month,
                query,
                metas,
                previous,
                next,
                data,
                vectors);
    }

    public Frame withMetas(List<Meta> all) {
        return new Frame(
                masthead,
                title,
                description,
                canonical,
                section,
                week,
                month,
                query,
                all,
                previous,
                next,
                data,
                vectors);
    }

    public Frame withTurns(Optional<Link> before, Optional<Link> after) {
        return new Frame(
                masthead,
                title,
                description,
                canonical,
                section,
                week,
                month,
                query,
                metas,
                before,
                after,
                data,
                vectors);
    }

    public Frame withData(String address) {
        return new Frame(
                masthead,
                title,
                description,
                canonical,
                section,
                week,
                month,
                query,
                metas,
                previous,
                next,
                Optional.of(address),
                vectors);
    }
}
