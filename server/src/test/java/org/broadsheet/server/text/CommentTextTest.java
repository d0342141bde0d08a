package org.broadsheet.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommentTextTest {
    private static final Set<String> TAGS =
            Set.of(
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
                    "span");
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "class", "rel", "start", "data-latex", "data-setting");

    private static String html(String markdown) {
        return CommentText.of(markdown).html(name -> name.equals("ada")).html();
    }

    @Test
    void markdownReadsAsItSays() {
        assertThat(html("A *word*, **two** and `code`"))
                .isEqualTo("<p>A <em>word</em>, <strong>two</strong> and <code>code</code></p>");
        assertThat(html("> said\n\nanswer"))
                .contains("<blockquote>", "<p>said</p>", "<p>answer</p>");
        assertThat(html("```java\nint a = b < c;\n```"))
                .isEqualTo("<pre><code>int a = b &lt; c;\n</code></pre>");
    }

    @Test
    void linksSayThatReadersMadeThem() {
        assertThat(html("[a paper](https://arxiv.org/abs/2008.02217) and https://example.org/x"))
                .contains(
                        "<a href=\"https://arxiv.org/abs/2008.02217\" rel=\"nofollow ugc\">a paper</a>",
                        "<a href=\"https://example.org/x\" rel=\"nofollow ugc\">");
        assertThat(html("[here](/papers/2008.02217)")).contains("href=\"/papers/2008.02217\"");
    }

    @Test
    void picturesFromElsewhereAreLinksToThem() {
        assertThat(html("![a chart](https://example.org/x.png)"))
                .isEqualTo(
                        "<p><a href=\"https://example.org/x.png\" rel=\"nofollow ugc\">a chart</a></p>");
    }

    @Test
    void headingsStandBelowThoseOfThePage() {
        assertThat(html("# One\n\n###### Six")).contains("<h4>One</h4>", "<h6>Six</h6>");
    }

    @Test
    void formulasAreSetAsInAbstracts() {
        assertThat(html("With $x_1^2 * y_1 * z$ here"))
                .contains("data-latex=\"x_1^2 * y_1 * z\"", "data-setting=\"inline\"")
                .doesNotContain("<em>");
        assertThat(html("$$\\frac{a}{b}\n+ c$$")).contains("data-setting=\"display\"");
        assertThat(html("$a<b$ \"quoted\"")).contains("data-latex=\"a&lt;b\"");
    }

    @Test
    void moneyAndCodeAreNoFormulas() {
        assertThat(html("$5 and $10")).isEqualTo("<p>$5 and $10</p>");
        assertThat(html("`echo $HOME` and `$x$`"))
                .isEqualTo("<p><code>echo $HOME</code> and <code>$x$</code></p>");
        assertThat(html("    $x$")).contains("<code>$x$\n</code>");
        assertThat(html("It costs \\$5")).isEqualTo("<p>It costs $5</p>");
    }

    @Test
    void readersWhoAreNamedAreLinked() {
        assertThat(html("Dear @Ada, see @nobody"))
                .contains(
                        "<a class=\"mention\" href=\"/readers/ada\" rel=\"nofollow ugc\">@Ada</a>",
                        "see @nobody");
        assertThat(CommentText.of("@Ada, @bob_1 and @Ada again").mentions())
                .containsExactly("ada", "bob_1");
    }

    @Test
    void namesInCodeLinksAndAddressesOfMailAreNoMentions() {
        assertThat(CommentText.of("`@ada` x@ada.org [@ada](https://a.org/@ada) /@ada").mentions())
                .isEmpty();
    }

    static Stream<String> payloads() {
        return List.of(
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x\" onerror=\"alert(1)\">",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\">",
                "<object data=javascript:alert(1)>",
                "<embed src=javascript:alert(1)>",
                "<body onload=alert(1)>",
                "<details open ontoggle=alert(1)>",
                "<form action=javascript:alert(1)><input type=submit>",
                "<button formaction=javascript:alert(1)>x</button>",
                "<input autofocus onfocus=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<base href=//evil.example/>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<style>@import '//evil.example/x.css';</style>",
                "<div style=\"background:url(javascript:alert(1))\">",
                "<p style=\"x:expression(alert(1))\">",
                "<video><source onerror=alert(1)></video>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php alert(1) ?><script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#x0A;script:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](%6Aavascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](file:///etc/passwd)",
                "[x](<javascript:alert(1)>)",
                "[x](https://a.org \"\" onmouseover=\"alert(1)\")",
                "[x](https://a.org '\"><script>alert(1)</script>')",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "<javascript://evil.example/%0Aalert(1)>",
                "![x](javascript:alert(1))",
                "![x](x \"onerror=alert(1)\")",
                "![\"onerror=\"alert(1)](x)",
                "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
                "```\"><script>alert(1)</script>\nx\n```",
                "```x\" onmouseover=\"alert(1)\nx\n```",
                "`<img src=x onerror=alert(1)>`",
                "$\"><img src=x onerror=alert(1)>$",
                "$$\\href{javascript:alert(1)}{x}$$",
                "$x$\uE0000\uE001<script>alert(1)</script>",
                "\uE00099999\uE001 \uE0000\uE001",
                "@<script>alert(1)</script>",
                "@ada\"onmouseover=alert(1)",
                "https://a.org/\"onmouseover=alert(1)//",
                "https://a.org/'><script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "'-alert(1)-'",
                "{{constructor.constructor('alert(1)')()}}",
                "${alert(1)}",
                "# <script>alert(1)</script>",
                "> <script>alert(1)</script>",
                "- <script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;alert(1)&#60;/script&#62;",
                "<scr<script>ipt>alert(1)</script>",
                "<a hx-get=/x hx-trigger=load>x</a>",
                "<span data-hx-post=/papers/x/vote>x</span>",
                "<p id=main class=comment>x</p>",
                "<x contenteditable onblur=alert(1) tabindex=1>x",
                "<s\u0000cript>alert(1)</s\u0000cript>")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingGetsThroughButWhatIsListed(String payload) {
        assertOnlyListed(html(payload));
        assertOnlyListed(html("**" + payload + "**"));
        assertOnlyListed(html("> " + payload + "\n\n- " + payload));
    }

    @Property(tries = 500)
    void noTextGetsThroughButWhatIsListed(@ForAll @StringLength(max = 200) String text) {
        assertOnlyListed(html(text));
    }

    /// Read as a browser reads it.
    private static void assertOnlyListed(String html) {
        Document page = Jsoup.parse("<!doctype html><body><div>" + html + "</div>");
        assertThat(page.head().children()).isEmpty();
        assertThat(page.body().children()).hasSize(1);
        for (Element element : page.select("body > div *")) {
            assertThat(TAGS).contains(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(ATTRIBUTES).contains(attribute.getKey());
            }
            assertThat(element.attr("href").strip().toLowerCase(Locale.ROOT))
                    .doesNotContainPattern("^[^/?#]*(script|data|file)\\s*:");
            assertThat(element.attr("class")).matches("|formula( formula--long(est)?)?|mention");
        }
    }
}
