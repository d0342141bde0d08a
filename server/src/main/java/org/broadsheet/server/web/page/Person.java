package org.broadsheet.server.web.page;

/// A reader as others see them: a name, and a face made of letters and a colour.
///
/// @param url their page; empty where they have none
/// @param initials one or two letters
/// @param colour 0 to 5, always the same for the same reader
public record Person(String shown, String url, String initials, int colour) {
    public static final int COLOURS = 6;
}
