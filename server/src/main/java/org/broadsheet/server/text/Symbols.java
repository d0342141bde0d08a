package org.broadsheet.server.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The characters that LaTeX's commonest maths commands stand for, and the letters that Unicode has
/// raised, lowered, double-struck and in script.
final class Symbols {
    private static final Map<String, String> COMMANDS =
            pairs(
                    """
                    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ
                    eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
                    omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
                    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ
                    Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
                    ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ imath ı jmath ȷ wp ℘ partial ∂
                    nabla ∇ infty ∞ emptyset ∅ varnothing ∅ times × cdot · div ÷
                    pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗
                    odot ⊙ wedge ∧ vee ∨ land ∧ lor ∨ neg ¬ lnot ¬ cap ∩ cup ∪
                    setminus ∖ dagger † ddagger ‡ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥
                    geqslant ≥ ll ≪ gg ≫ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅
                    equiv ≡ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲
                    gtrsim ≳ mid ∣ parallel ∥ perp ⊥ bot ⊥ top ⊤ in ∈ notin ∉ ni ∋
                    subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ vdash ⊢ models ⊨
                    forall ∀ exists ∃ nexists ∄ therefore ∴ because ∵ to →
                    rightarrow → longrightarrow ⟶ leftarrow ← gets ←
                    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔
                    implies ⇒ mapsto ↦ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘
                    hookrightarrow ↪ rightsquigarrow ⇝ sum ∑ prod ∏ coprod ∐ int ∫
                    iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ langle ⟨ rangle ⟩ lfloor ⌊
                    rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } vert | lvert |
                    rvert | Vert ‖ lVert ‖ rVert ‖ ldots … cdots ⋯ dots … vdots ⋮
                    ddots ⋱ prime ′ degree ° angle ∠ triangle △ square □ Box □
                    blacksquare ■ diamond ⋄ checkmark ✓ surd √ S § pounds £ lbrack [
                    rbrack ] backslash \\ colon : triangleq ≜ coloneqq ≔ doteq ≐
                    gtrless ≷ bowtie ⋈
                    """);
    private static final Map<String, String> DOUBLE_STRUCK = letters("CHNPQRZ", "ℂℍℕℙℚℝℤ");
    private static final Map<String, String> SCRIPT = letters("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ");
    private static final Map<String, String> RAISED =
            letters(
                    "0123456789+−=()aAbBcdDeEfgGhHiIjJkKlLmMnNoOpPrRstTuUvVwWxyz′*†βγδθϕφχ⊤ ",
                    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᴬᵇᴮᶜᵈᴰᵉᴱᶠᵍᴳʰᴴⁱᴵʲᴶᵏᴷˡᴸᵐᴹⁿᴺᵒᴼᵖᴾʳᴿˢᵗᵀᵘᵁᵛⱽʷᵂˣʸᶻ′*†ᵝᵞᵟᶿᵠᵠᵡᵀ ");
    private static final Map<String, String> LOWERED =
            letters(
                    "0123456789+−=()aehijklmnoprstuvxβγρϕφχ ",
                    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ ");

    private Symbols() {}

    static Optional<String> of(String command) {
        return Optional.ofNullable(COMMANDS.get(command));
    }

    /// The text with each letter double-struck; letters beyond the seven old ones by their block.
    static String doubleStruck(String text) {
        return each(text, DOUBLE_STRUCK, 0x1D538, 0x1D552);
    }

    static String script(String text) {
        return each(text, SCRIPT, 0x1D49C, 0x1D4B6);
    }

    /// The text raised, if Unicode has all of it raised.
    static Optional<String> raised(String text) {
        return all(text, RAISED);
    }

    static Optional<String> lowered(String text) {
        return all(text, LOWERED);
    }

    private static Optional<String> all(String text, Map<String, String> forms) {
        StringBuilder found = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String form = forms.get(Character.toString(c));
            if (form == null) {
                return Optional.empty();
            }
            found.append(form);
        }
        return Optional.of(found.toString());
    }

    private static String each(String text, Map<String, String> special, int upper, int lower) {
        StringBuilder found = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    String form = special.get(Character.toString(c));
                    if (form != null) {
                        found.append(form);
                    } else if (c >= 'A' && c <= 'Z') {
                        found.appendCodePoint(upper + c - 'A');
                    } else if (c >= 'a' && c <= 'z') {
                        found.appendCodePoint(lower + c - 'a');
                    } else {
                        found.appendCodePoint(c);
                    }
                });
        return found.toString();
    }

    private static Map<String, String> pairs(String table) {
        Map<String, String> map = new HashMap<>();
        String[] words = table.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return Map.copyOf(map);
    }

    private static Map<String, String> letters(String from, String to) {
        int[] keys = from.codePoints().toArray();
        int[] values = to.codePoints().toArray();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(Character.toString(keys[i]), Character.toString(values[i]));
        }
        return Map.copyOf(map);
    }
}
