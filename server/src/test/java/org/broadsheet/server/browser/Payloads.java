package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Text that becomes a program in a careless page, each by another way. Typed into a field and
/// shown again, it must stay text: [#assertHarmless] looks.
final class Payloads {
    /// Each would set [Oddities#SPRUNG] in the page's window.
    static final List<String> ALL =
            List.of(
                    "<script>__sprung=1</script>",
                    "\"><script>__sprung=2</script>",
                    "'><img src=x onerror=__sprung=3>",
                    "<svg/onload=__sprung=4>",
                    "</title><script>__sprung=5</script>",
                    "</textarea><script>__sprung=6</script>",
                    "\" autofocus onfocus=__sprung=7 x=\"",
                    "' onmouseover='__sprung=8",
                    "javascript:__sprung=9",
                    "<a href=javascript:__sprung=10>x</a>",
                    "<iframe srcdoc='<script>parent.__sprung=11</script>'>",
                    "<form action=javascript:__sprung=12><input type=submit>",
                    "<details open ontoggle=__sprung=13>",
                    "<style>@import'javascript:__sprung=14';</style>",
                    "<base href=//other.example/>",
                    "<meta http-equiv=refresh content=0;url=//a.example>",
                    "<math><mi//xlink:href=\"data:x,<script>__sprung=17</script>\">",
                    "<div hx-get=/papers hx-trigger=load hx-on::load=__sprung=18>",
                    "<!--><img src=x onerror=__sprung=19>-->",
                    "&lt;script&gt;__sprung=20&lt;/script&gt;",
                    "\\u003cscript\\u003e__sprung=21\\u003c/script\\u003e",
                    "<scr<script>ipt>__sprung=22</scr</script>ipt>",
                    "<IMG SRC=x OnErRoR=__sprung=23>",
                    "$\\href{javascript:__sprung=24}{x}$",
                    "[x](javascript:__sprung=25)",
                    "![x](x\"onerror=\"__sprung=26)",
                    "<template><script>__sprung=27</script></template>",
                    "<object data=javascript:__sprung=28>",
                    "{{constructor.constructor('__sprung=29')()}}",
                    "${__sprung=30}");

    private Payloads() {}

    /// What none of our pages has, and each of these texts would bring in as mark-up.
    private static final String INJECTED =
            "script:not([src]), iframe, object, embed, base, template, body style, [srcdoc],"
                    + " meta[http-equiv=refresh], [onerror], [onload], [onfocus], [onmouseover],"
                    + " [ontoggle], [hx-trigger=load], [autofocus][x], img[src=x]";

    /// Nothing ran, nothing of another host was asked for, no link or form leads to a script, and
    /// no element came of it.
    static void assertHarmless(Visit visit) {
        visit.assertClean();
        assertThat(visit.page().evaluate("window." + Oddities.SPRUNG)).isNull();
        assertThat(
                        visit.page()
                                .evaluate(
                                        """
                                        [...document.querySelectorAll('[href],[src],[action]')]
                                            .map((it) => it.href || it.src || it.action)
                                            .filter((to) => /^(?:javascript|data:text)/i.test(to))
                                            .length
                                        """))
                .isEqualTo(0);
        assertThat(
                        visit.page()
                                .evaluate(
                                        "(injected) => [...document.querySelectorAll(injected)]"
                                                + ".map((it) => it.outerHTML).join('\\n')",
                                        INJECTED))
                .as("what came into %s as mark-up", visit.page().url())
                .isEqualTo("");
    }

    /// The text, cut to what a field takes.
    static String upTo(int longest, String payload) {
        return payload.substring(0, Math.min(longest, payload.length()));
    }
}
