package org.broadsheet.server.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.search.Hit.Mark;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/// The Markdown of a comment: what it names, and how it reads on a page.
///
/// Raw HTML stays text, pictures become links to them, headings stand below those of the page.
/// Formulas are taken out before the Markdown is read, so that its marks do not tear them, and set
/// as in abstracts. What comes out is read once more as HTML, and only what is listed here stays.
public final class CommentText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(List.of(AutolinkExtension.create()))
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .nodeRendererFactory(SetParts::new)
                    .build();
    private static final Safelist LISTED =
            Safelist.none()
                    .addTags(
                            "p",
                            "br",
                            "hr",
                            "em",
                            "strong",
                            "code",
                            "pre",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "h4",
                            "h5",
                            "h6",
                            "a",
                            "span")
                    .addAttributes("a", "href", "class")
                    .addAttributes("ol", "start")
                    .addAttributes("span", "class", "data-latex", "data-setting")
                    .addProtocols("a", "href", "http", "https", "mailto")
                    .addEnforcedAttribute("a", "rel", "nofollow ugc")
                    .preserveRelativeLinks(true);

    /// What relative links are read against while they are checked; it does not show.
    private static final String SOMEWHERE = "https://house.invalid/";

    private static final Set<String> CLASSES =
            Set.of("formula", "formula--long", "formula--longest", "mention");

    /// A formula's place while the Markdown is read, from characters that no text needs.
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';
    private static final Pattern PLACE = Pattern.compile(OPEN + "(\\d{1,5})" + CLOSE);
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}@/._-])@([A-Za-z0-9][A-Za-z0-9_-]{1,31})");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");
    private static final int TOP_HEADING = 3;
    private static final int LOWEST_HEADING = 6;

    private final Node document;
    private final Set<String> mentions = new LinkedHashSet<>();

    private CommentText(Node document) {
        this.document = document;
    }

    public static CommentText of(String markdown) {
        List<String> formulas = new ArrayList<>();
        String held = hold(markdown, formulas);
        CommentText text = new CommentText(PARSER.parse(held));
        text.document.accept(text.new Arranging(formulas));
        return text;
    }

    /// The names that the text mentions, in small letters, in their order. Those in code and in
    /// links do not count.
    public Set<String> mentions() {
        return mentions;
    }

    /// How it reads on a page.
    ///
    /// @param isReader whether somebody goes by a name; mentions of others stay text
    public SafeHtml html(Predicate<String> isReader) {
        document.accept(new Naming(isReader));
        OutputSettings plain = new OutputSettings().prettyPrint(false);
        String clean = Jsoup.clean(RENDERER.render(document), SOMEWHERE, LISTED, plain);
        Document page = Jsoup.parseBodyFragment(clean);
        page.outputSettings(plain);
        Element body = page.body();
        body.select("[class]").forEach(CommentText::keepOwnClasses);
        return new SafeHtml(body.html().strip());
    }

    private static void keepOwnClasses(Element element) {
        element.classNames(
                element.classNames().stream()
                        .filter(CLASSES::contains)
                        .collect(LinkedHashSet::new, Set::add, Set::addAll));
    }

    /// The text with each formula's place in its place.
    private static String hold(String markdown, List<String> formulas) {
        String text = markdown.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
        StringBuilder held = new StringBuilder();
        Matcher blanks = BLANK_LINE.matcher(text);
        int start = 0;
        while (blanks.find()) {
            holdBlock(text.substring(start, blanks.start()), formulas, held);
            held.append(blanks.group());
            start = blanks.end();
        }
        holdBlock(text.substring(start), formulas, held);
        return held.toString();
    }

    private static void holdBlock(String block, List<String> formulas, StringBuilder held) {
        int done = 0;
        for (Formulas.Formula formula : Formulas.in(block)) {
            String whole = block.substring(formula.start(), formula.end());
            // Marks of code or of a quotation inside: these are dollars, and no formula.
            if (whole.indexOf('`') < 0 && !whole.contains("\n>")) {
                held.append(block, done, formula.start());
                held.append(OPEN).append(formulas.size()).append(CLOSE);
                formulas.add(whole);
                done = formula.end();
            }
        }
        held.append(block.substring(done));
    }

    /// A formula, as it was written.
    private static final class FormulaNode extends CustomNode {
        private final String whole;

        private FormulaNode(String whole) {
            this.whole = whole;
        }
    }

    /// A name after `@`.
    private static final class MentionNode extends CustomNode {
        private final String typed;

        private MentionNode(String typed) {
            this.typed = typed;
        }
    }

    /// Puts formulas back, finds mentions, and turns into other nodes what is not set as it stands.
    private final class Arranging extends AbstractVisitor {
        private final List<String> formulas;
        private int links;

        private Arranging(List<String> formulas) {
            this.formulas = formulas;
        }

        @Override
        public void visit(Text text) {
            String literal = text.getLiteral();
            Matcher place = PLACE.matcher(literal);
            int done = 0;
            while (place.find()) {
                words(literal.substring(done, place.start()), text);
                text.insertBefore(new FormulaNode(formula(place)));
                done = place.end();
            }
            words(literal.substring(done), text);
            text.unlink();
        }

        private void words(String words, Text before) {
            int done = 0;
            Matcher mention = MENTION.matcher(words);
            while (links == 0 && mention.find()) {
                plain(words.substring(done, mention.start()), before);
                mentions.add(mention.group(1).toLowerCase(Locale.ROOT));
                before.insertBefore(new MentionNode(mention.group(1)));
                done = mention.end();
            }
            plain(words.substring(done), before);
        }

        private static void plain(String words, Text before) {
            if (!words.isEmpty()) {
                before.insertBefore(new Text(words));
            }
        }

        private String formula(Matcher place) {
            int number = Integer.parseInt(place.group(1));
            return number < formulas.size() ? formulas.get(number) : "";
        }

        private String restored(String literal) {
            return PLACE.matcher(literal)
                    .replaceAll(place ->
                            Matcher.quoteReplacement(
                                    formulas.get(Integer.parseInt(place.group(1)))));
        }

        @Override
        public void visit(Link link) {
            link.setDestination(restored(link.getDestination()));
            link.setTitle(null);
            links++;
            visitChildren(link);
            links--;
        }

        @Override
        public void visit(Image image) {
            Link link = new Link(restored(image.getDestination()), null);
            if (image.getFirstChild() == null) {
                link.appendChild(new Text("picture"));
            }
            for (Node child = image.getFirstChild(); child != null; ) {
                Node next = child.getNext();
                link.appendChild(child);
                child = next;
            }
            image.insertAfter(link);
            image.unlink();
            visit(link);
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + TOP_HEADING));
            visitChildren(heading);
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(restored(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setInfo("");
            code.setLiteral(restored(code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(restored(code.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(restored(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(restored(html.getLiteral()));
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            // It shows nowhere itself.
        }
    }

    /// Makes links of the mentions of readers and words of the others.
    private static final class Naming extends AbstractVisitor {
        private final Predicate<String> isReader;

        private Naming(Predicate<String> isReader) {
            this.isReader = isReader;
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof MentionNode mention
                    && !isReader.test(mention.typed.toLowerCase(Locale.ROOT))) {
                mention.insertBefore(new Text("@" + mention.typed));
                mention.unlink();
            }
        }
    }

    /// Writes the nodes of our own.
    private static final class SetParts implements NodeRenderer {
        private final HtmlWriter html;

        private SetParts(HtmlNodeRendererContext context) {
            html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FormulaNode.class, MentionNode.class);
        }

        @Override
        public void render(@Nullable Node node) {
            switch (node) {
                case FormulaNode formula -> RichText.of(formula.whole).spans().forEach(this::set);
                case MentionNode mention -> {
                    String name = mention.typed.toLowerCase(Locale.ROOT);
                    html.raw("<a class=\"mention\" href=\"/readers/" + name + "\">");
                    html.text("@" + mention.typed);
                    html.raw("</a>");
                }
                case null, default -> throw new IllegalArgumentException("cannot set " + node);
            }
        }

        private void set(Span span) {
            if (span instanceof Span.Maths(String readable, String latex, var setting, Mark _)) {
                html.tag(
                        "span",
                        java.util.Map.of(
                                "class",
                                "formula" + ((Span.Maths) span).width(),
                                "data-latex",
                                latex,
                                "data-setting",
                                setting == Span.Setting.DISPLAY ? "display" : "inline"));
                html.text(readable);
                html.tag("/span");
            } else {
                html.text(span.readable());
            }
        }
    }
}
