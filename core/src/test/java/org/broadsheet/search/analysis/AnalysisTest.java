package org.broadsheet.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
    /// The pairs are examples in Porter's paper.
    @ParameterizedTest
    @CsvSource({
        "caresses,caress",
        "ponies,poni",
        "cats,cat",
        "feed,feed",
        "agreed,agre",
        "plastered,plaster",
        "bled,bled",
        "motoring,motor",
        "sing,sing",
        "conflated,conflat",
        "hopping,hop",
        "tanned,tan",
        "falling,fall",
        "hissing,hiss",
        "fizzed,fizz",
        "failing,fail",
        "filing,file",
        "happy,happi",
        "sky,sky",
        "relational,relat",
        "conditional,condit",
        "rational,ration",
        "digitizer,digit",
        "vietnamization,vietnam",
        "operator,oper",
        "feudalism,feudal",
        "hopefulness,hope",
        "triplicate,triplic",
        "formative,form",
        "electrical,electr",
        "goodness,good",
        "revival,reviv",
        "allowance,allow",
        "inference,infer",
        "adjustable,adjust",
        "replacement,replac",
        "adoption,adopt",
        "communism,commun",
        "effective,effect",
        "probate,probat",
        "rate,rate",
        "cease,ceas",
        "controlling,control",
        "rolling,roll",
    })
    void endingsGoAsInPortersPaper(String word, String stem) {
        assertThat(Stemmer.stem(word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "k-NN search | k nn knn search",
                "C++ and C# | c++ c#",
                "the A* algorithm | a* algorithm",
                "2.5D at 360° | 2.5d 360 degre",
                "360$^\\circ$ views | 360 degre view",
                "arXiv:2308.16898v2 | arxiv 2308.16898v2",
                "cs/9809007 | cs 9809007 cs9809007",
                "Hopfield's nets | hopfield net",
                "Schrödinger, Schr\\\"odinger, Schr{\\\"o}dinger | schroding schroding schroding",
                "Erd\\H{o}s and S\\o{}ren | erdo soren",
                "{B}ayesian | bayesian",
                "\\alpha, $\\alpha$ and α | alpha alpha alpha",
                "$\\beta$-VAE | beta vae betava",
                "$W=KQ^\\top$ | w kq top",
                "\\mathcal{O}(n\\log n) | o n log n",
                "H₂O in ﬁlm | h2o film",
                "R&D | r d rd",
                "深度 | 深 度",
                "end.Next | end next endnext",
                "-- $$ … | ``",
            })
    void textBecomesTerms(String text, String terms) {
        List<String> found = Analysis.tokens(text).stream().map(Token::term).toList();

        assertThat(String.join(" ", found)).isEqualTo(terms);
    }

    @Test
    void commonWordsLeaveAHole() {
        assertThat(Analysis.tokens("head of state"))
                .extracting(Token::position)
                .containsExactly(0, 2);
    }

    @Property
    void anyTextIsReadAndTokensStandInItInOrder(@ForAll String text) {
        int position = -1;
        for (Token token : Analysis.tokens(text)) {
            assertThat(token.start()).isBetween(0, token.end() - 1);
            assertThat(token.end()).isLessThanOrEqualTo(text.length());
            assertThat(token.position()).isGreaterThanOrEqualTo(position);
            assertThat(token.term()).isNotEmpty();
            position = token.position();
        }
    }

    @Property
    void occurrencesAreTheTokensWithTheseTerms(
            @ForAll("prose") String text, @ForAll("prose") String wanted) {
        Set<String> terms =
                Analysis.tokens(wanted).stream().map(Token::term).collect(Collectors.toSet());
        List<Token> picked =
                Analysis.tokens(text).stream()
                        .filter(token -> terms.contains(token.term()))
                        .toList();

        assertThat(Analysis.occurrences(terms, text)).isEqualTo(picked);
    }

    @Property
    void stemsBeginWithTheFirstLetterOfTheirWord(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String letters) {
        String word = letters.toLowerCase(Locale.ROOT);

        assertThat(Stemmer.stem(word)).startsWith(word.substring(0, 1));
    }

    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of(
                        "heads",
                        "head",
                        "Heading",
                        "k-NN",
                        "knn",
                        "of",
                        "C++",
                        "\\alpha",
                        "α",
                        "the",
                        "Schr\\\"odinger",
                        "schroding",
                        "2.5D",
                        "sky",
                        "skies",
                        "深度",
                        "$x$")
                .list()
                .ofMaxSize(30)
                .map(words -> String.join(" ", words));
    }

    @Property
    void latexIsReadWhateverItsShape(@ForAll("latex") String text) {
        Analysis.tokens(text)
                .forEach(token ->
                        assertThat(text.substring(token.start(), token.end())).isNotEmpty());
    }

    @Provide
    Arbitrary<String> latex() {
        return Arbitraries.strings().withChars("\\{}$'\"^~=.-abcHo °°é̈\n ").ofMaxLength(40);
    }
}
