package org.broadsheet.server.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.paper.Paper;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.page.Frame.Meta;

/// The `citation_*` elements by which reference managers such as Zotero read a paper's page.
final class Citation {
    private static final DateTimeFormatter SLASHED =
            DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    private Citation() {}

    static List<Meta> of(Paper paper, String canonical) {
        List<Meta> metas = new ArrayList<>();
        metas.add(Meta.name("citation_title", RichText.of(paper.title()).readable()));
        paper.authors().forEach(author -> metas.add(Meta.name("citation_author", author.name())));
        LocalDate published = paper.published();
        if (published != null) {
            metas.add(Meta.name("citation_publication_date", SLASHED.format(published)));
        }
        if (paper.id().isArxiv()) {
            metas.add(Meta.name("citation_arxiv_id", paper.id().value()));
            metas.add(Meta.name("citation_pdf_url", "https://arxiv.org/pdf/" + paper.id()));
        }
        add(metas, "citation_doi", PaperFacts.doi(paper));
        add(metas, "citation_journal_title", paper.reference().journal());
        add(metas, "citation_keywords", String.join("; ", paper.keywords()));
        add(metas, "citation_abstract", RichText.of(paper.abstractText()).readable());
        metas.add(Meta.name("citation_abstract_html_url", canonical));
        return metas;
    }

    private static void add(List<Meta> metas, String name, String content) {
        if (!content.isEmpty()) {
            metas.add(Meta.name(name, content));
        }
    }
}
