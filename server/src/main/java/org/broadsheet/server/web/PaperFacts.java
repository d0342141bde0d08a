package org.broadsheet.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paper.AliasStore.Alias;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Version;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.PaperPage.Known;

/// The facts in the rail of a paper's page; what no source has stated is left out.
final class PaperFacts {
    private final List<Known> facts = new ArrayList<>();

    private PaperFacts() {}

    /// @param others the other ids of the paper that are to be told
    static List<Known> of(Paper paper, List<Alias> others) {
        PaperFacts rail = new PaperFacts();
        rail.add("Id", paper.id().value());
        others.forEach(other -> rail.add(rail.has("Also") ? "" : "Also", other.id().value()));
        if (paper.published() != null) {
            rail.add("Published", Dates.brief(paper.published()));
        }
        rail.versions(paper.versions());
        paper.categories()
                .forEach(category ->
                        rail.link(
                                rail.has("Category") ? "" : "Category",
                                category,
                                Addresses.wire(Optional.of(category), Optional.empty())));
        paper.organisations()
                .forEach(
                        org -> rail.link("From", org.name(), Addresses.search("org:" + org.key())));
        rail.add("Withdrawn", paper.withdrawn());
        rail.add("DOI", doi(paper));
        rail.add("Journal", paper.reference().journal());
        rail.add("Remark", paper.reference().comment());
        return List.copyOf(rail.facts);
    }

    static String doi(Paper paper) {
        String value = paper.id().value();
        return value.startsWith("doi:") ? value.substring(4) : paper.reference().doi();
    }

    private void versions(List<Version> versions) {
        if (!versions.isEmpty()) {
            Version last = versions.getLast();
            add("Version", last.number() + ", " + Dates.brief(last.submitted()));
        }
    }

    private boolean has(String label) {
        return facts.stream().anyMatch(known -> known.label().equals(label));
    }

    private void add(String label, String value) {
        link(label, value, "");
    }

    private void link(String label, String value, String url) {
        if (!value.isEmpty()) {
            facts.add(new Known(label, value, url));
        }
    }
}
